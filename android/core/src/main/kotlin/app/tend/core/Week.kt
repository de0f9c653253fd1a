package app.tend.core

import app.tend.bindings.Nudges as CoreNudges
import app.tend.bindings.Schedule as CoreSchedule
import app.tend.bindings.Today as CoreToday

/** What a person sees on opening Tend. */
class Today internal constructor(private val core: CoreToday, private val door: Door) {
    /** The first screen: at most three cards. Reading changes nothing. */
    suspend fun read(): TodayView = door.call { core.read() }

    /** The first screen has been drawn: the person opened Tend. It is noted on their own devices alone. */
    suspend fun opened() = door.call { core.opened() }

    /** They did the small thing of the day. @throws TendFailure `not_found` when there is none */
    suspend fun done() = door.call { core.done() }

    /** They would like another one. @throws TendFailure `not_found` when there is none */
    suspend fun another() = door.call { core.another() }
}

/** When the two practise together. Instants are seconds since 1970. */
class Schedule internal constructor(private val core: CoreSchedule, private val door: Door) {
    /** When this person and the partner have time. */
    suspend fun times(): Times = door.call { core.times() }

    /**
     * Says when this person has time, in the zone that they are in now, and how much they want. The partner sees it.
     *
     * @throws TendFailure `no_windows`, `too_many_windows`, `window_backwards`, `zone_unknown`
     */
    suspend fun setTimes(windows: List<TimeWindow>, amount: Amount) = door.call { core.setTimes(windows, amount) }

    /** This week and the next: what is agreed, waits, or is offered. */
    suspend fun weeks(): List<ScheduleWeek> = door.call { core.weeks() }

    /**
     * Proposes a time, for an exercise or for the one that is next, and returns the proposal's id. The time that the other proposes is a
     * yes; alone, it is agreed at once.
     *
     * @throws TendFailure `slot_outside_week`, `slot_past`, `already_agreed`, `not_found`
     */
    suspend fun propose(at: Long, minutes: Int, exercise: String? = null): String =
        door.call { core.propose(at, minutes.toUInt(), exercise) }

    /** Answers a proposal. @throws TendFailure `not_found`, `own_proposal`, `not_yours`, `slot_past`, `not_open` */
    suspend fun reply(id: String, reply: Reply) = door.call { core.reply(id, reply) }

    /** Calls off what is agreed in a week, as [ScheduleWeek.week] names it. @throws TendFailure `not_found` when nothing is */
    suspend fun callOff(week: String) = door.call { core.callOff(week) }
}

/** When to say what: kind and rare. Instants are seconds since 1970. */
class Nudges internal constructor(private val core: CoreNudges, private val door: Door) {
    /** The nudges of the next days, in order. */
    suspend fun plan(days: Int): List<Nudge> = door.call { core.plan(days.coerceAtLeast(0).toUInt()) }

    /** What the platform is to hold: compare it by the ids with what it holds, and apply the difference. */
    suspend fun pending(platform: Platform): List<PendingNudge> = door.call { core.pending(platform) }

    /** The platform rang this one. An unknown id is no error. */
    suspend fun rang(id: String) = door.call { core.rang(id) }

    /** The person wants to be told later, within a week. @throws TendFailure `not_found`, `out_of_range` */
    suspend fun snooze(id: String, until: Long) = door.call { core.snooze(id, until) }

    /** The rules, those that Tend comes with among them, by id. */
    suspend fun rules(): List<ListedRule> = door.call { core.rules() }

    /**
     * Sets a new rule, or another in the place of the one with its id. One that Tend comes with is switched off in this way.
     *
     * @throws TendFailure `rule_…`, `too_many_rules`
     */
    suspend fun setRule(rule: NudgeRule) = door.call { core.setRule(rule) }

    /** Takes a rule away; of one that Tend comes with, what the person had changed. @throws TendFailure `not_found` */
    suspend fun removeRule(id: String) = door.call { core.removeRule(id) }

    /** What the person wants of nudges as a whole. */
    suspend fun preferences(): NudgePreferences = door.call { core.preferences() }

    /** Changes it. @throws TendFailure `out_of_range` */
    suspend fun setPreferences(preferences: NudgePreferences) = door.call { core.setPreferences(preferences) }

    /** None until an instant, or, without one, until [resume]. @throws TendFailure `out_of_range` */
    suspend fun pause(until: Long? = null) = door.call { core.pause(until) }

    /** Ends every pause. */
    suspend fun resume() = door.call { core.resume() }
}
