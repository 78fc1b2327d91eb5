"""The composers that each answer one form of question, whatever its kind; they are asked before the plan for that."""

from collections.abc import Sequence

from ctassist.answering.announcements.ballots import compose_ballot
from ctassist.answering.announcements.deadlines import compose_deadlines
from ctassist.answering.announcements.decisions import compose_decisions
from ctassist.answering.announcements.durations import compose_duration
from ctassist.answering.announcements.moved_dates import compose_moved_date
from ctassist.answering.announcements.preliminary import compose_preliminary
from ctassist.answering.announcements.releases import compose_release
from ctassist.answering.announcements.schedules import compose_schedule
from ctassist.answering.announcements.thanked import compose_thanked
from ctassist.answering.announcements.versions_out import compose_versions_out
from ctassist.answering.figures.by_number import compose_by_number
from ctassist.answering.figures.counted_together import compose_counted_together
from ctassist.answering.figures.overview import compose_all_figures
from ctassist.answering.figures.rivals import compose_rivals
from ctassist.answering.figures.two_figures import compose_two_figures
from ctassist.answering.lists.adverts import compose_adverts
from ctassist.answering.lists.demonstrations import compose_demonstrations
from ctassist.answering.lists.held import compose_held
from ctassist.answering.lists.joining import compose_joined
from ctassist.answering.lists.labelled_lines import compose_labelled_lines
from ctassist.answering.lists.left_empty import compose_left_empty
from ctassist.answering.lists.mentions import compose_mentions
from ctassist.answering.lists.merged import compose_merged
from ctassist.answering.lists.numbered_series import compose_numbered_series
from ctassist.answering.lists.placement import compose_placement
from ctassist.answering.lists.whole_sections import compose_whole_section
from ctassist.answering.parts.attendance import compose_attendance
from ctassist.answering.parts.counted_lines import compose_counted_lines
from ctassist.answering.parts.fates import compose_fate
from ctassist.answering.parts.form_answers import compose_form
from ctassist.answering.parts.in_common import compose_in_common
from ctassist.answering.parts.outlines import compose_outline
from ctassist.answering.parts.owners import compose_owners
from ctassist.answering.parts.page_parts import compose_labelled_everywhere, compose_purpose
from ctassist.answering.parts.roll import compose_roll
from ctassist.answering.parts.scope import compose_scope
from ctassist.answering.parts.things import compose_thing
from ctassist.answering.parts.weekdays import compose_weekday
from ctassist.answering.parts.work_told import compose_work_told
from ctassist.answering.passages.definitions import compose_definition
from ctassist.answering.passages.gone_ahead import compose_gone_ahead
from ctassist.answering.passages.pointed import compose_pointed
from ctassist.answering.passages.renamings import compose_renaming
from ctassist.answering.passages.yes_no import compose_whereabouts
from ctassist.answering.planning.rules import Composer
from ctassist.answering.roles.body_counts import compose_listed_bodies
from ctassist.answering.roles.careers import compose_career
from ctassist.answering.roles.in_both import compose_in_both
from ctassist.answering.statements.composing import compose_reported

FORMS: Sequence[Composer] = (
    compose_pointed,
    compose_release,
    compose_preliminary,
    compose_versions_out,
    compose_thanked,
    compose_definition,
    compose_renaming,
    compose_scope,
    compose_listed_bodies,
    compose_in_both,
    compose_career,
    compose_in_common,
    compose_roll,
    compose_purpose,
    compose_attendance,
    compose_by_number,
    compose_rivals,
    compose_two_figures,
    compose_all_figures,
    compose_counted_together,
    compose_placement,
    compose_outline,
    compose_whole_section,
    compose_counted_lines,
    compose_demonstrations,
    compose_weekday,
    compose_thing,
    compose_labelled_everywhere,
    compose_fate,
    compose_gone_ahead,
    compose_whereabouts,
    compose_reported,
    compose_moved_date,
    compose_schedule,
    compose_held,
    compose_ballot,
    compose_duration,
    compose_deadlines,
    compose_decisions,
    compose_joined,
    compose_left_empty,
    compose_numbered_series,
    compose_adverts,
    compose_merged,
    compose_mentions,
    compose_labelled_lines,
    compose_owners,
    compose_form,
    compose_work_told,
)
"""Each has nothing to say of any other question, which it tells by a cheap look at the words."""
