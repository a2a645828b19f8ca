"""What the columns of a list mean: guessed from their headings, in the languages that spreadsheets come in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final


class Meaning(StrEnum):
    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    COMPANY = "company"
    NUMBER = "number"  # as many columns as there are
    EMAIL = "email"
    TIME_ZONE = "time_zone"
    NOTE = "note"
    NEVER = "never"  # whether they do not want to be called again
    POSTPONED = "postponed"  # the day before which they are not to be called
    MORE = "more"  # kept by its heading: an offer may name it as a field
    IGNORED = "ignored"


REPEATED: Final = frozenset({Meaning.NUMBER, Meaning.MORE, Meaning.IGNORED})

# Headings as `_plain` leaves them: small letters without accents, words apart by one space.
_HEADINGS: Final = {
    Meaning.NAME: "name,full name,contact,contact name,contact person,prospect,ansprechpartner,ansprechpartnerin,"
    "kontakt,kontaktperson,nom complet,interlocuteur,nombre completo,contacto,nome completo,referente,contactpersoon,"
    "naam,kontaktnamn,namn,navn,imie i nazwisko",
    Meaning.FIRST_NAME: "first name,firstname,given name,forename,vorname,prenom,nombre,voornaam,fornamn,fornavn,imie,"
    "primeiro nome",
    Meaning.LAST_NAME: "last name,lastname,surname,family name,nachname,familienname,zuname,nom,nom de famille,"
    "apellido,apellidos,cognome,achternaam,efternamn,efternavn,etternavn,nazwisko,sobrenome",
    Meaning.COMPANY: "company,company name,organisation,organization,business,account,account name,firm,firma,"
    "firmenname,unternehmen,societe,entreprise,raison sociale,empresa,compania,azienda,societa,ditta,bedrijf,"
    "bedrijfsnaam,foretag,virksomhed,bedrift",
    Meaning.NUMBER: "phone,phone number,telephone,telephone number,tel,number,mobile,mobile phone,mobile number,cell,"
    "cell phone,work phone,business phone,home phone,direct,direct line,telefon,telefonnummer,rufnummer,handy,mobil,"
    "mobilnummer,durchwahl,portable,numero,numero de telephone,telefono,telefono movil,movil,celular,cellulare,"
    "numero di telefono,telefoon,telefoonnummer,mobiel,telefone,telemovel,nummer",
    Meaning.EMAIL: "email,e mail,mail,email address,e mail address,mailadresse,e mail adresse,courriel,adresse e mail,"
    "correo,correo electronico,posta elettronica,e mailadres,epost",
    Meaning.TIME_ZONE: "time zone,timezone,tz,zeitzone,fuseau horaire,zona horaria,fuso orario,tijdzone,tidszon",
    Meaning.NOTE: "note,notes,comment,comments,remark,remarks,notiz,notizen,bemerkung,bemerkungen,kommentar,remarque,"
    "remarques,commentaire,notas,comentario,comentarios,nota,commenti,opmerking,opmerkingen",
    Meaning.NEVER: "never call again,do not call,dnc,do not contact,nicht anrufen,nie wieder anrufen,anrufsperre,"
    "ne plus appeler,ne pas appeler,no llamar,non chiamare,niet bellen",
    Meaning.POSTPONED: "not before,call not before,nicht vor,pas avant,no antes de,non prima di,niet voor",
}
_PHRASES: Final = {meaning: frozenset(phrases.split(",")) for meaning, phrases in _HEADINGS.items()}
_WORD: Final = re.compile(r"[^\W_]+")
_TRAILING_NUMBER: Final = re.compile(r" ?\d{1,2}$")


def guess(headings: Sequence[str], remembered: Mapping[str, str]) -> tuple[Meaning, ...]:
    """What the user chose for a heading before counts; a meaning that only one column can have goes to the first."""
    taken: set[Meaning] = set()
    found = []
    for heading in headings:
        meaning = _meaning(heading, remembered)
        if meaning in taken:
            meaning = Meaning.MORE
        if meaning not in REPEATED:
            taken.add(meaning)
        found.append(meaning)
    return tuple(found)


def field_names(headings: Sequence[str]) -> tuple[str, ...]:
    """What an offer calls each column, each once: `Job title` is {job_title}."""
    names: list[str] = []
    for place, heading in enumerate(headings, 1):
        name = "_".join(_WORD.findall(heading.casefold())) or f"column_{place}"
        name = name if name.isidentifier() else f"column_{name}"
        names.append(name if name not in names else f"{name}_{place}")
    return tuple(names)


def remember(headings: Sequence[str], meanings: Sequence[Meaning]) -> dict[str, str]:
    return {heading: meaning.value for heading, meaning in zip(headings, meanings, strict=True) if heading}


def _meaning(heading: str, remembered: Mapping[str, str]) -> Meaning:
    if remembered.get(heading) in set(Meaning):
        return Meaning(remembered[heading])
    plain = _plain(heading)
    for meaning, phrases in _PHRASES.items():
        if plain in phrases or _TRAILING_NUMBER.sub("", plain) in phrases:
            return meaning
    return Meaning.MORE if plain else Meaning.IGNORED


def _plain(heading: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", heading.casefold()) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(bare))
