"""Who asks, and what the answer may use: in a place that several people read, what that place may read."""

from ctassist.channels.teams.configuration import Bot
from ctassist.channels.teams.incoming import Activity
from ctassist.model.caller import Caller


def asker(bot: Bot, activity: Activity) -> Caller:
    """Returns the caller of a question: the person in a talk to the bot, the place everywhere else.

    What is told in a thread belongs to its place, so that whoever reads along can ask on.
    """
    tenant = activity.tenant
    if activity.scope == "personal":
        return person(bot, activity)
    if activity.scope == "channel":
        channel = activity.channel or activity.place
        return Caller(f"teams:{tenant}/{channel}", bot.access(tenant, channel, activity.team_group, activity.team))
    return Caller(f"teams:{tenant}/{activity.place}", bot.access(tenant, activity.place))


def person(bot: Bot, activity: Activity) -> Caller:
    """Returns the caller that stands for whoever sent an activity."""
    who = activity.sender_object or activity.sender
    return Caller(f"teams:{activity.tenant}/{who}", bot.access(activity.tenant, who))


def searcher(bot: Bot, activity: Activity) -> Caller:
    """Returns the caller of a search whose finding is put into a message.

    What it finds is read by others: in a talk between two, it is what the whole tenant may read.
    """
    if activity.scope == "personal":
        return Caller(f"teams:{activity.tenant}", bot.access(activity.tenant))
    return asker(bot, activity)
