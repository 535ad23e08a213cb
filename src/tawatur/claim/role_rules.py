"""The rules that settle who acted and who suffered where grammar says more than the weights, in their order.

Each changes the actors and targets of a draft, or leaves them. The order counts: a rule sees what those before it settled, so that
one that names somebody stands before those that leave out who never acts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.answers import name_answerer
from tawatur.claim.apart import name_answered
from tawatur.claim.befallen import turn_befallen, turn_waylaid
from tawatur.claim.captives import turn_given_up_to
from tawatur.claim.condemners import leave_condemners
from tawatur.claim.doers import name_doers
from tawatur.claim.doers_apart import leave_doers_apart
from tawatur.claim.elided import take_roles_before
from tawatur.claim.freed import leave_freed
from tawatur.claim.hit_things import take_owners
from tawatur.claim.holders import leave_holders
from tawatur.claim.hosts import leave_hosted
from tawatur.claim.joint_doers import add_helpers, add_joined, leave_fighters_beside, take_parties_between
from tawatur.claim.lords import leave_lords
from tawatur.claim.onlookers import leave_onlookers
from tawatur.claim.other_doers import leave_earthbound, leave_merely_named, take_manager
from tawatur.claim.own_deeds import name_teller
from tawatur.claim.own_words import name_speaker
from tawatur.claim.performers import take_performer
from tawatur.claim.plain_subjects import name_subject
from tawatur.claim.pointing_back import take_pointed_actors
from tawatur.claim.repelled import turn_repelled
from tawatur.claim.sole_doers import leave_armies_before, leave_strangers
from tawatur.claim.told_doers import name_told

if TYPE_CHECKING:
    from collections.abc import Callable

    from tawatur.claim.draft import Draft

ROLE_RULES: tuple[Callable[[Draft], None], ...] = (
    # By the verb and its grammar: who fought off, did, managed and carried out.
    turn_repelled,
    leave_onlookers,
    leave_holders,
    name_doers,
    name_subject,
    leave_strangers,
    take_manager,
    take_performer,
    # Whose the thing that was hit was, and whom captives name.
    take_owners,
    leave_freed,
    name_told,
    # Those joined to others, helping them, or pointed back to.
    leave_fighters_beside,
    add_joined,
    add_helpers,
    take_pointed_actors,
    # Deeds set off from each other, and what befell somebody.
    name_answerer,
    name_answered,
    leave_doers_apart,
    turn_befallen,
    turn_waylaid,
    leave_hosted,
    turn_given_up_to,
    # Who tells of his own; it may name again whom an earlier rule left out, so that those who never act are left out anew.
    name_teller,
    name_speaker,
    leave_onlookers,
    leave_condemners,
    leave_lords,
    leave_merely_named,
    leave_armies_before,
    leave_earthbound,
    # Agreements, and what goes on from the place before.
    take_parties_between,
    take_roles_before,
)
