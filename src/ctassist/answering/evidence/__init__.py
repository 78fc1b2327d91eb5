"""What one passage or line of the archive says of what is asked: a date, a place, a number, a deed, somebody."""
