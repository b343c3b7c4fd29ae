"""The seal on a PDF: who made it, when, and that nothing in it was changed since."""

from sagsgang.rendering.seal.certificates import self_made_certificate
from sagsgang.rendering.seal.sealing import seal
from sagsgang.rendering.seal.verifying import SealReport, Trust, verify

__all__ = ["SealReport", "Trust", "seal", "self_made_certificate", "verify"]
