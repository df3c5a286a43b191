"""Writes the PDF and the DOCX of the demo case. Run it after changing their words here; it needs the dev dependencies.

The same words give the same PDF; a DOCX also carries the time it was packed.
"""

from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

FOLDER = Path(__file__).parent.parent / "src" / "sayso" / "demo" / "case" / "documents"

EXPORTS = [
    ("Heading 1", "Arms exports, a short brief"),
    (
        "Normal",
        "Serbia's defence industry earned 1.34 billion euros from arms exports in 2023, the Stockholm International "
        "Peace Research Institute (SIPRI) estimated. SIPRI data put the share of arms exports at 2.8% of GDP.",
    ),
    ("Heading 2", "The makers"),
    (
        "Normal",
        "Krusik makes 100,000 shells of 155mm a year, Jane's Defence Weekly reported in 2024. Yugoimport SDPR is owned "
        "by the state. Krusik invested 50 million euros in its plant in Valjevo.",
    ),
    ("Heading 2", "The routes"),
    (
        "Normal",
        "The International Institute for Strategic Studies noted in a 2024 report that shells went from Serbia to "
        "Ukraine via Czechia. Bulgaria ships rockets from Serbia to Ukraine, the Center for Strategic and International "
        "Studies said in May 2024. Arms exports increase pressure from the EU. EU pressure leads to tighter export "
        "controls. Export controls reduce arms exports.",
    ),
]  # fmt: skip

ALIGNMENT = [
    (
        "The EU's Progress Report of October 2024 called for stricter controls of arms exports. EU pressure increases "
        "alignment with the EU. Alignment with the EU provokes pressure from Moscow, and pressure from Moscow raises the "
        "risk of cuts in gas deliveries.",
        "Serbia has not joined the sanctions of the EU against Russia. Reuters reported that the European Commission "
        "said Serbia's accession depends on its foreign policy. The European Parliament accused the government of "
        "suppressing protests on 22 October 2025.",
    ),
    (
        "Cooperation with Russia reduces alignment with the EU. Purchases of Western weapons lower dependence on Russian "
        "equipment. Dependence on Russian equipment strengthens cooperation with Russia.",
        "Belarus condemned Serbia on 30 May 2025, BelTA reported. Belarus depends on Russia for 60% of its exports, "
        "according to the World Bank.",
    ),
]  # fmt: skip


def docx(path: Path) -> None:
    file = Document()
    file.core_properties.title = "Arms exports, a short brief"
    file.core_properties.author = "Drina Policy Group"
    file.core_properties.created = file.core_properties.modified = datetime(2025, 6, 5, tzinfo=UTC)
    for style, words in EXPORTS:
        file.add_paragraph(words, style=style)
    file.save(str(path))


def pdf(path: Path) -> None:
    styles = getSampleStyleSheet()
    story = [Paragraph("Between Brussels and Moscow", styles["Title"])]
    for number, paragraphs in enumerate(ALIGNMENT):
        story += [PageBreak()] if number else []
        for words in paragraphs:
            story += [Paragraph(words, styles["BodyText"]), Spacer(1, 8)]
    file = SimpleDocTemplate(
        str(path), pagesize=A5, title="Between Brussels and Moscow", author="Una Forum", invariant=1
    )
    file.build(story, onFirstPage=_margins, onLaterPages=_margins)


def _margins(canvas: Canvas, file: SimpleDocTemplate) -> None:
    """The running header and the page number, which are no part of the text."""
    canvas.setFont("Helvetica", 8)
    canvas.drawString(50, A5[1] - 40, "Una Forum, sample paper 7")
    canvas.drawCentredString(A5[0] / 2, 30, f"Page {canvas.getPageNumber()}")


if __name__ == "__main__":
    docx(FOLDER / "04-exports-brief.docx")
    pdf(FOLDER / "05-between-brussels-and-moscow.pdf")
