"""Certificates over the API: what one says, for whoever holds its paper, and the paper itself."""

from __future__ import annotations

from assistant_api.api import assignment_answers as answers
from assistant_api.api.assignment_views import certificate_answer, may_read_certificate, scenario_title
from assistant_api.api.operation import Download, Routes
from assistant_api.assigning.certificate import certificate_pdf
from assistant_api.people import current_person
from assistant_api.services import services
from assistant_api.store.certificates import Certificates, NoSuchCertificate
from assistant_api.store.records import now

PDF = "application/pdf"


def get_certificate(code: str) -> answers.CertificateAnswer:
    """What it says."""
    return certificate_answer(Certificates(services().database).get(code.upper()), now())


def get_certificate_pdf(code: str) -> Download:
    """The paper."""
    found = Certificates(services().database).get(code.upper())
    if not may_read_certificate(found, current_person(), now()):
        raise NoSuchCertificate
    return Download(certificate_pdf(found, scenario_title(found)), f"certificate-{found.code}.pdf")


def add_to(routes: Routes) -> None:
    """Add these routes."""
    routes.route(
        "GET",
        "/certificates/<code>",
        "What a certificate says, to compare with its paper",
        answer=answers.CertificateAnswer,
    )(get_certificate)
    routes.route(
        "GET",
        "/certificates/<code>.pdf",
        "A certificate as PDF, for its owner and those who train them",
        answer=None,
        media=PDF,
    )(get_certificate_pdf)
