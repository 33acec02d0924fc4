"""The words of XMP that PDF/A does not know, explained as it wants them explained (ISO 19005-3, 6.6.2.3.3)."""

from __future__ import annotations

_PRISM = (
    ("publicationName", "Title of the journal"),
    ("issn", "ISSN of the printed journal"),
    ("eIssn", "ISSN of the journal online"),
    ("volume", "Volume"),
    ("number", "Number within the year or volume"),
    ("startingPage", "First page"),
    ("endingPage", "Last page"),
    ("pageRange", "Pages"),
    ("doi", "Digital object identifier"),
    ("url", "Address of the article"),
)

_SCHEMA = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas>
<rdf:Bag>
<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PRISM Basic Metadata</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://prismstandard.org/namespaces/basic/2.0/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>prism</pdfaSchema:prefix>
<pdfaSchema:property>
<rdf:Seq>
{properties}
</rdf:Seq>
</pdfaSchema:property>
</rdf:li>
</rdf:Bag>
</pdfaExtension:schemas>
</rdf:Description>
"""

_PROPERTY = """<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{name}</pdfaProperty:name>
<pdfaProperty:valueType>Text</pdfaProperty:valueType>
<pdfaProperty:category>external</pdfaProperty:category>
<pdfaProperty:description>{meaning}</pdfaProperty:description>
</rdf:li>"""


def extension() -> str:
    """The extension schema of PRISM, a description of its own: it is read before the words that it explains."""
    properties = (_PROPERTY.format(name=name, meaning=meaning) for name, meaning in _PRISM)
    return _SCHEMA.format(properties="\n".join(properties))
