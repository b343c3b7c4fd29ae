"""The website as a WSGI application, for any WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sagsgang.web.conf.settings")

application = get_wsgi_application()
