"""Who bears a title, and which one somebody bears: told by lines and signatures, where no body has a chart of posts."""
