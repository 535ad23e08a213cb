"""The outlet that printed a document, or that a document quotes."""

from __future__ import annotations

import datetime as dt

import msgspec


class Camp(msgspec.Struct, frozen=True, kw_only=True):
    """Whose side a publisher stands on, and when."""

    party: str  # an identifier of parties.yaml
    since: dt.date | None = None
    until: dt.date | None = None  # exclusive

    def holds(self, day: dt.date | None) -> bool:
        """Whether it held on a day; an unknown day falls within whatever has no end."""
        if day is None:
            return self.until is None
        return (self.since is None or day >= self.since) and (self.until is None or day < self.until)


class Publisher(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    name_en: str
    name_ar: str
    names: tuple[str, ...] = ()  # as reports, bylines and mastheads write it, whatever stands around
    mastheads: tuple[
        str, ...
    ] = ()  # names that are ordinary words: only behind صحيفة, قناة, … or in quotation marks
    domains: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()  # of accounts, without @
    country: str | None = None
    kind: str = "site"  # agency, newspaper, television, radio, site, page, monitor, party, ministry, body
    camps: tuple[Camp, ...] = ()
    # Its own words are its party's (a party's organ, a monitor, a ministry); otherwise they are an outlet's,
    # though the outlet may stand in a camp.
    speaks: bool = False

    def camp_on(self, day: dt.date | None) -> str | None:
        """The party in whose camp it stood on a day."""
        return next((camp.party for camp in self.camps if camp.holds(day)), None)

    def party_on(self, day: dt.date | None) -> str | None:
        """The party whose words its own are."""
        return self.camp_on(day) if self.speaks else None
