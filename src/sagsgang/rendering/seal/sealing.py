"""Sealing: a signature in the manner of PAdES over the whole file, after which nothing may change.

It is appended to the file, whose own bytes stay. The field that holds it is invisible, and is
tagged as PDF/UA asks of a field (ISO 14289-1, 7.18.4): a tag Form with a description.
"""

# The library tells the types of most of its calls, but not of these objects.
# mypy: disable-error-code="no-untyped-call"

import io
from datetime import datetime
from typing import Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NumberObject,
    TextStringObject,
    pdf_name,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko_certvalidator.registry import SimpleCertificateStore

from sagsgang.rendering.seal.certificates import certificates_of, key_of
from sagsgang.rendering.seal.loops import outside_loops

_DESCRIPTION = "Digitalt segl"
#: Bytes kept for the signature; one certificate of a usual size takes about 3,000 of them.
_RESERVED = 16_384


def seal(
    pdf: bytes,
    key: bytes,
    certificate: bytes,
    *,
    at: datetime,
    reason: str = "",
    location: str = "",
    field_name: str = "Segl",
) -> bytes:
    """The file with a seal on it. `key` and `certificate` are PEM, the certificate's issuers may
    follow it; `at` is the time that the seal tells. Raises ValueError for a time without a zone and
    for a certificate that is not the key's."""
    if at.tzinfo is None:
        raise ValueError("at has no time zone")
    chain = certificates_of(certificate)
    private, public = key_of(key)
    if chain[0].public_key.dump() != public:
        raise ValueError("the certificate belongs to another key")
    known = SimpleCertificateStore()
    known.register_multiple(chain[1:])
    writer = _Writer(io.BytesIO(pdf))
    _add_field(writer, field_name)
    described = signers.PdfSignatureMetadata(
        field_name=field_name,
        md_algorithm="sha256",
        reason=reason or None,
        location=location or None,
        name=chain[0].subject.native.get("common_name"),
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    signer = signers.SimpleSigner(chain[0], private, known)
    out = io.BytesIO()
    outside_loops(
        _Signer(described, signer, at).sign_pdf,
        writer,
        existing_fields_only=True,
        bytes_reserved=_RESERVED,
        output=out,
    )
    return out.getvalue()


class _Writer(IncrementalPdfFileWriter):
    """Leaves the properties and the XMP as they are, so that the two keep telling the same."""

    def _update_meta(self) -> None:
        pass


class _Signer(signers.PdfSigner):
    """Signs at the time it is told, not by the clock."""

    def __init__(
        self, metadata: signers.PdfSignatureMetadata, signer: signers.Signer, at: datetime
    ) -> None:
        super().__init__(metadata, signer=signer)
        self._at = at

    def init_signing_session(self, *args: Any, **named: Any) -> PdfSigningSession:
        session = super().init_signing_session(*args, **named)
        session.system_time = self._at
        return session


def _add_field(writer: IncrementalPdfFileWriter, name: str) -> None:
    """An empty field for the seal on the first page, of no size, with its tag."""
    fields.append_signature_field(writer, SigFieldSpec(name, on_page=0))
    found = next(fields.enumerate_sig_fields(writer, with_name=name))
    reference = found[2]
    field = reference.get_object()
    field["/TU"] = TextStringObject(_DESCRIPTION)
    field["/F"] = NumberObject(4 | 128)  # printed, locked: what PDF/A allows
    root = writer.root
    if "/StructTreeRoot" in root:
        field["/StructParent"] = NumberObject(_add_tag(writer, reference))
    writer.mark_update(reference)


def _add_tag(writer: IncrementalPdfFileWriter, field: IndirectObject) -> int:
    """A tag Form at the end of the document for the field; returns its number among the parents."""
    tree = writer.root["/StructTreeRoot"]
    page, _ = writer.find_page_for_modification(0)
    top = tree["/K"]
    parent = top.raw_get(0) if isinstance(top, ArrayObject) else tree.raw_get("/K")
    element = parent.get_object()
    held = DictionaryObject(
        {pdf_name("/Type"): pdf_name("/OBJR"), pdf_name("/Obj"): field, pdf_name("/Pg"): page}
    )
    tag = writer.add_object(
        DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/StructElem"),
                pdf_name("/S"): pdf_name("/Form"),
                pdf_name("/P"): parent,
                pdf_name("/Pg"): page,
                pdf_name("/Alt"): TextStringObject(_DESCRIPTION),
                pdf_name("/K"): ArrayObject([held]),
            }
        )
    )
    element["/K"].append(tag)
    writer.update_container(element["/K"])
    writer.mark_update(parent)
    number = int(tree["/ParentTreeNextKey"])
    parents = tree["/ParentTree"]
    if "/Nums" in parents:
        parents["/Nums"] += [NumberObject(number), tag]
    else:
        limits = ArrayObject([NumberObject(number), NumberObject(number)])
        leaf = DictionaryObject(
            {
                pdf_name("/Nums"): ArrayObject([NumberObject(number), tag]),
                pdf_name("/Limits"): limits,
            }
        )
        parents["/Kids"].append(writer.add_object(leaf))
    writer.update_container(parents)
    tree["/ParentTreeNextKey"] = NumberObject(number + 1)
    writer.update_container(tree)
    return number
