"""Verifying: whose seal is on a file, since when, and whether it is still what was sealed."""

import hashlib
import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from asn1crypto import algos, cms, x509  # type: ignore[import-untyped]
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from sagsgang.rendering.seal.certificates import certificates_of
from sagsgang.rendering.seal.loops import outside_loops

_END = b"%%EOF"
# That nobody vouches for a certificate is an answer here, not something to warn of with a trace.
logging.getLogger("pyhanko.sign.validation").setLevel(logging.CRITICAL)


class Trust(StrEnum):
    """What is known of the certificate."""

    TRUSTED = "trusted"
    SELF_MADE = "self-made"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SealReport:
    """What a file's seal says.

    `is_unchanged`: every byte that was sealed is as it was. `covers_file`: nothing stands behind.
    `by` is the certificate's subject, `at` the time that the sealer told; no third party vouches
    for it. `content_hash` is the SHA-256 of the file as it was before the seal. `problem` is what
    kept the seal from being read, in English, for a log.
    """

    is_sealed: bool
    is_unchanged: bool = False
    covers_file: bool = False
    trust: Trust | None = None
    by: str = ""
    at: datetime | None = None
    reason: str = ""
    location: str = ""
    content_hash: str = ""
    problem: str = ""

    @property
    def holds(self) -> bool:
        """Whether the file is, to its last byte, what somebody trusted sealed."""
        whole = self.is_sealed and self.is_unchanged and self.covers_file
        return whole and self.trust is Trust.TRUSTED


def verify(pdf: bytes, trusted: Sequence[bytes] = ()) -> SealReport:
    """What the seal on the file says; never raises. `trusted` are certificates, PEM or DER, whose
    own seals are trusted and those of whom they vouch for. A certificate is held against the time
    that the seal tells; nothing is fetched, so a withdrawn certificate is not noticed."""
    marked = b"/ByteRange" in pdf
    try:
        found = list(PdfFileReader(io.BytesIO(pdf), strict=True).embedded_regular_signatures)
        if not found:
            return SealReport(is_sealed=marked, problem="no seal can be read" if marked else "")
        return _report(pdf, found, [each for data in trusted for each in certificates_of(data)])
    except Exception as error:
        # A file that was bent in any way makes the library fail in any way.
        return SealReport(is_sealed=marked, problem=f"{type(error).__name__}: {error}")


def _report(
    pdf: bytes, found: list[EmbeddedPdfSignature], trusted: list[x509.Certificate]
) -> SealReport:
    signature = found[0]
    status = outside_loops(
        validate_pdf_signature,
        signature,
        ValidationContext(
            trust_roots=trusted,
            allow_fetching=False,
            revocation_mode="soft-fail",
            moment=signature.self_reported_timestamp,
        ),
        key_usage_settings=KeyUsageConstraints(key_usage={"digital_signature"}),
    )
    whole = status.coverage is SignatureCoverageLevel.ENTIRE_FILE and len(found) == 1
    start = pdf.rindex(_END, 0, signature.byte_range[1]) + len(_END)
    sig = signature.sig_object
    return SealReport(
        is_sealed=True,
        is_unchanged=bool(status.intact and status.valid and whole and _is_tidy(pdf, signature)),
        covers_file=whole,
        trust=_trust(status, signature.signer_cert),
        by=_name(signature.signer_cert),
        at=signature.self_reported_timestamp,
        reason=str(sig.get("/Reason", "")),
        location=str(sig.get("/Location", "")),
        content_hash=hashlib.sha256(pdf[:start]).hexdigest(),
    )


def _name(certificate: x509.Certificate) -> str:
    """The name of whom the certificate is for; all that it says of her where it has none."""
    subject = certificate.subject
    return str(subject.native.get("common_name") or subject.human_friendly)


def _trust(status: PdfSignatureStatus, certificate: x509.Certificate) -> Trust:
    if status.trusted:
        return Trust.TRUSTED
    return Trust.SELF_MADE if certificate.self_signed in ("yes", "maybe") else Trust.UNKNOWN


def _is_tidy(pdf: bytes, signature: EmbeddedPdfSignature) -> bool:
    """Whether the one part that the seal cannot cover, itself, is to the last digit as `seal`
    writes it: then no byte of the file can be another unnoticed."""
    _, begin, end, _ = signature.byte_range
    content = bytes(signature.pkcs7_content)
    if pdf[begin:end] != b"<" + content.hex().upper().encode("ascii") + b">":
        return False
    expected = _written(signature)
    return content.startswith(expected) and not any(content[len(expected) :])


def _written(signature: EmbeddedPdfSignature) -> bytes:
    """The signature as it is written when it says what this one says: what it signs is taken over,
    what nothing protects is put together anew."""
    data, certificate = signature.signed_data, signature.signer_cert
    (info,) = data["signer_infos"]
    digest = algos.DigestAlgorithm({"algorithm": "sha256"})
    signer = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                {
                    "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                        {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
                    )
                }
            ),
            "digest_algorithm": digest,
            "signed_attrs": info["signed_attrs"],
            "signature_algorithm": algos.SignedDigestAlgorithm(
                {"algorithm": info["signature_algorithm"]["algorithm"].native}
            ),
            "signature": info["signature"].native,
        }
    )
    signed = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [digest],
            "encap_content_info": {"content_type": "data"},
            "certificates": data["certificates"],
            "signer_infos": [signer],
        }
    )
    written: bytes = cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump()
    return written
