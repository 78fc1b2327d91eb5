"""What stands under a heading: regular features of issues, and parts of a page."""
