"""Certificates: one made here for whoever has none, and what is read of others."""

from datetime import UTC, datetime, timedelta

from asn1crypto import keys, pem  # type: ignore[import-untyped]
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_YEARS = 10


def self_made_certificate(name: str, *, at: datetime | None = None) -> tuple[bytes, bytes]:
    """A key (EC P-256, PKCS #8) and a certificate of ten years that it signed itself, as PEM.

    Nobody vouches for it: `verify` calls it self-made until it is named among the trusted.
    `at` is when it begins to hold, now if not told.
    """
    begins = at or datetime.now(UTC)
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins - timedelta(minutes=5))
        .not_valid_after(begins + timedelta(days=365 * _YEARS))
        .add_extension(usage, critical=True)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return (
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
        certificate.public_bytes(serialization.Encoding.PEM),
    )


def certificates_of(data: bytes) -> list[asn1_x509.Certificate]:
    """The certificates of a PEM file, in order, or the one of a DER file."""
    if not pem.detect(data):
        return [asn1_x509.Certificate.load(data)]
    found = pem.unarmor(data, multiple=True)
    return [asn1_x509.Certificate.load(der) for kind, _, der in found if kind == "CERTIFICATE"]


def key_of(data: bytes) -> tuple[keys.PrivateKeyInfo, bytes]:
    """The private key of a PEM file without a password, and its public half (DER)."""
    key = serialization.load_pem_private_key(data, password=None)
    private = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return keys.PrivateKeyInfo.load(private), public
