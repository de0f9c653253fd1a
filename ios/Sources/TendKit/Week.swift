import TendBindings

/// What a person sees on opening Tend.
public actor Today {
  private let core: TendBindings.Today

  init(_ core: TendBindings.Today) { self.core = core }

  /// The first screen: at most three cards. Reading changes nothing.
  public func read() throws -> TodayView { try translated { try core.read() } }

  /// The first screen has been drawn: the person opened Tend. It is noted on their own devices alone.
  public func opened() throws { try translated { try core.opened() } }

  /// They did the small thing of the day.
  /// - Throws: ``TendFailure`` `not_found` when there is none
  public func done() throws { try translated { try core.done() } }

  /// They would like another one.
  /// - Throws: ``TendFailure`` `not_found` when there is none
  public func another() throws { try translated { try core.another() } }
}

/// When the two practise together. Instants are seconds since 1970.
public actor Schedule {
  private let core: TendBindings.Schedule

  init(_ core: TendBindings.Schedule) { self.core = core }

  /// When this person and the partner have time.
  public func times() throws -> Times { try translated { try core.times() } }

  /// Says when this person has time, in the zone that they are in now, and how much they want. The partner sees it.
  /// - Throws: ``TendFailure`` `no_windows`, `too_many_windows`, `window_backwards`, `zone_unknown`
  public func setTimes(_ windows: [TimeWindow], _ amount: Amount) throws {
    try translated { try core.setTimes(windows: windows, amount: amount) }
  }

  /// This week and the next: what is agreed, waits, or is offered.
  public func weeks() throws -> [ScheduleWeek] { try translated { try core.weeks() } }

  /// Proposes a time, for an exercise or for the one that is next, and returns the proposal's id. The time that the other proposes is a
  /// yes; alone, it is agreed at once.
  /// - Throws: ``TendFailure`` `slot_outside_week`, `slot_past`, `already_agreed`, `not_found`
  @discardableResult
  public func propose(at: Int64, minutes: Int, exercise: String? = nil) throws -> String {
    try translated { try core.propose(at: at, minutes: UInt32(clamping: minutes), exercise: exercise) }
  }

  /// Answers a proposal.
  /// - Throws: ``TendFailure`` `not_found`, `own_proposal`, `not_yours`, `slot_past`, `not_open`
  public func reply(to id: String, _ reply: Reply) throws { try translated { try core.reply(id: id, reply: reply) } }

  /// Calls off what is agreed in a week, as ``ScheduleWeek`` names it.
  /// - Throws: ``TendFailure`` `not_found` when nothing is
  public func callOff(_ week: String) throws { try translated { try core.callOff(week: week) } }
}

/// When to say what: kind and rare. Instants are seconds since 1970.
public actor Nudges {
  private let core: TendBindings.Nudges

  init(_ core: TendBindings.Nudges) { self.core = core }

  /// The nudges of the next days, in order.
  public func plan(days: Int) throws -> [Nudge] { try translated { try core.plan(days: UInt32(clamping: days)) } }

  /// What the platform is to hold: compare it by the ids with what it holds, and apply the difference.
  public func pending(_ platform: Platform = .ios) throws -> [PendingNudge] {
    try translated { try core.pending(platform: platform) }
  }

  /// The platform rang this one. An unknown id is no error.
  public func rang(_ id: String) throws { try translated { try core.rang(id: id) } }

  /// The person wants to be told later, within a week.
  /// - Throws: ``TendFailure`` `not_found`, `out_of_range`
  public func snooze(_ id: String, until: Int64) throws { try translated { try core.snooze(id: id, until: until) } }

  /// The rules, those that Tend comes with among them, by id.
  public func rules() throws -> [ListedRule] { try translated { try core.rules() } }

  /// Sets a new rule, or another in the place of the one with its id. One that Tend comes with is switched off in this way.
  /// - Throws: ``TendFailure`` `rule_…`, `too_many_rules`
  public func setRule(_ rule: NudgeRule) throws { try translated { try core.setRule(rule: rule) } }

  /// Takes a rule away; of one that Tend comes with, what the person had changed.
  /// - Throws: ``TendFailure`` `not_found`
  public func removeRule(_ id: String) throws { try translated { try core.removeRule(id: id) } }

  /// What the person wants of nudges as a whole.
  public func preferences() throws -> NudgePreferences { try translated { try core.preferences() } }

  /// Changes it.
  /// - Throws: ``TendFailure`` `out_of_range`
  public func setPreferences(_ preferences: NudgePreferences) throws {
    try translated { try core.setPreferences(preferences: preferences) }
  }

  /// None until an instant, or, without one, until ``resume()``.
  /// - Throws: ``TendFailure`` `out_of_range`
  public func pause(until: Int64? = nil) throws { try translated { try core.pause(until: until) } }

  /// Ends every pause.
  public func resume() throws { try translated { try core.resume() } }
}
