"""How the website is put together: settings, addresses and the WSGI application."""
