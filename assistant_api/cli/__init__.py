"""What the web application adds to the command line."""
