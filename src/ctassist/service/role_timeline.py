"""The course of all roles as JSON."""

from typing import TYPE_CHECKING

from ctassist.model.contract import Json, day_json
from ctassist.service.render import period_json
from ctassist.service.rows import Row, source_json

if TYPE_CHECKING:
    from ctassist.answering.roles.timeline import History, Post, RoleTimeline, Spell, Stop


def role_timeline_json(timeline: "RoleTimeline") -> Json:
    """Returns the stops, and each body with its posts and their spells."""
    return {
        "stops": [_stop(stop) for stop in timeline.stops],
        "bodies": [_body(body, timeline) for body in timeline.bodies],
    }


def _stop(stop: "Stop") -> Json:
    return {"day": day_json(stop.day), "period": period_json(stop.when), "beginning": stop.is_beginning}


def _body(body: "History", timeline: "RoleTimeline") -> Json:
    posts = [_post(post, timeline) for post in body.posts]
    return {"name": body.name, "spellings": list(body.spellings), "posts": posts}


def _post(post: "Post", timeline: "RoleTimeline") -> Json:
    return {
        "role": post.role,
        "label": post.label,
        "stated": list(post.stated),
        "changed": list(post.changed),
        "disputed": list(post.disputed),
        "spells": [_spell(spell, timeline) for spell in post.spells],
    }


def _spell(spell: "Spell", timeline: "RoleTimeline") -> Json:
    return {
        "since": spell.since,
        "last": spell.last,
        "until": spell.until,
        "first": _holder(spell.first, timeline),
        "latest": _holder(spell.latest, timeline),
    }


def _holder(row: Row, timeline: "RoleTimeline") -> Json:
    citation = source_json(row, timeline.documents[row.document_id])
    return {"name": row.record.holder, "affiliation": row.record.affiliation, "citation": citation}
