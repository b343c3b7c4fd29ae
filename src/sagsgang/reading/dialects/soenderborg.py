"""Sønderborg: summary, recommendation, account, consequences for appropriations, decision with
body and date."""

from sagsgang.reading.dialects.standard import Dialect


class Soenderborg(Dialect):
    """Headings of the layout; the rest is as in `standard`."""

    name = "soenderborg"
    signature = ("Sagsresumé", "Indstilling", "Sagsfremstilling", "Bevillingsmæssige konsekvenser")
