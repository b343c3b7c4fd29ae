"""The commands: what is typed on a command line, and what is printed back; no web server needed."""
