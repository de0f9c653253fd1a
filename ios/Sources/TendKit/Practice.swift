import TendBindings

/// What can be practised, and how this person wants to.
public actor Practice {
  private let core: TendBindings.Practice

  init(_ core: TendBindings.Practice) { self.core = core }

  /// Every exercise, in the order of their names.
  public func exercises() throws -> [Exercise] { try translated { try core.exercises() } }

  /// One exercise.
  /// - Throws: ``TendFailure`` `not_found`
  public func exercise(_ id: String) throws -> Exercise { try translated { try core.exercise(id: id) } }

  /// Every path.
  public func paths() throws -> [PracticePath] { try translated { try core.paths() } }

  /// Topics for listening, the lightest first; which are on top changes from day to day.
  public func topics() throws -> [Topic] { try translated { try core.topics() } }

  /// Goes another path from today; what was done stays done.
  /// - Throws: ``TendFailure`` `not_found`
  public func choosePath(_ id: String) throws { try translated { try core.choosePath(id: id) } }

  /// How this person practises.
  public func settings() throws -> PracticeSettings { try translated { try core.settings() } }

  /// Changes what the small things of a day are chosen by.
  public func setFilters(_ filters: Filters) throws { try translated { try core.setFilters(filters: filters) } }

  /// Says whether the two live far from each other, and whether there are children.
  public func setHousehold(apart: Bool, children: Bool) throws {
    try translated { try core.setHousehold(apart: apart, children: children) }
  }
}

/// Doing exercises: step by step, each at their own pace, with what is written on the way.
public actor Runs {
  private let core: TendBindings.Runs

  init(_ core: TendBindings.Runs) { self.core = core }

  /// Begins an exercise and returns the run's id.
  /// - Parameters:
  ///   - variant: another way through it, by its id.
  ///   - first: whether this person speaks first.
  /// - Throws: ``TendFailure`` `not_found`, `opens_later`
  public func begin(_ exercise: String, variant: String? = nil, on phones: Phones, first: Bool) throws -> String {
    try translated { try core.begin(exercise: exercise, variant: variant, phones: phones, first: first) }
  }

  /// A run.
  /// - Throws: ``TendFailure`` `not_found`
  public func get(_ id: String) throws -> Run { try translated { try core.get(id: id) } }

  /// Those that can be gone on with, the latest first.
  public func openOnes() throws -> [Run] { try translated { try core.openOnes() } }

  /// Goes to the next step; `true` when that was the last one.
  /// - Throws: ``TendFailure`` `run_over`, `run_too_old`, `not_found`
  @discardableResult
  public func next(_ id: String) throws -> Bool { try translated { try core.next(id: id) } }

  /// Goes back one step.
  /// - Throws: ``TendFailure`` `no_step`, `run_over`, `run_too_old`, `not_found`
  public func back(_ id: String) throws { try translated { try core.back(id: id) } }

  /// Sets it aside for a while.
  /// - Throws: ``TendFailure`` `not_pausable`, `run_over`, `run_too_old`, `not_found`
  public func pause(_ id: String) throws { try translated { try core.pause(id: id) } }

  /// Takes it up again.
  /// - Throws: ``TendFailure`` `run_over`, `run_too_old`, `not_found`
  public func resume(_ id: String) throws { try translated { try core.resume(id: id) } }

  /// Lets it go; what was written stays with its author.
  /// - Throws: ``TendFailure`` `run_over`, `not_found`
  public func letGo(_ id: String) throws { try translated { try core.letGo(id: id) } }

  /// Ends it as done, from any step.
  /// - Throws: ``TendFailure`` `run_over`, `run_too_old`, `not_found`
  public func finish(_ id: String) throws { try translated { try core.finish(id: id) } }

  /// Answers the one question afterwards, 0 to 10; it stays with this person.
  /// - Throws: ``TendFailure`` `out_of_range`, `not_found`
  public func feel(_ id: String, _ feeling: Int) throws {
    try translated { try core.feel(id: id, feeling: UInt32(exactly: feeling) ?? .max) }
  }

  /// Writes the words of the step at hand; of versions that were written at once, these stay.
  /// - Throws: ``TendFailure`` `text_empty`, `text_too_long`, `nothing_to_write`, `run_over`, `run_too_old`, `not_found`
  public func write(_ id: String, _ text: String) throws { try translated { try core.write(id: id, text: text) } }

  /// Gives the partner what was written in a step that is meant for both, and nothing else. The id of the shared words comes back.
  /// - Throws: ``TendFailure`` `not_paired`, `only_yours`, `not_found`
  @discardableResult
  public func release(_ id: String, step: String) throws -> String {
    try translated { try core.release(id: id, step: step) }
  }

  /// What either gave the other in an exercise, the newest first.
  public func sharedWords(_ exercise: String) throws -> [SharedWords] {
    try translated { try core.sharedWords(exercise: exercise) }
  }

  /// Takes shared words back, on both phones and for good.
  /// - Throws: ``TendFailure`` `not_found`, `not_yours`
  public func takeBack(_ words: String) throws { try translated { try core.takeBack(words: words) } }

  /// What this person wrote in a run, however long ago.
  /// - Throws: ``TendFailure`` `not_found`
  public func drafts(_ id: String) throws -> [StepDraft] { try translated { try core.drafts(id: id) } }

  /// Deletes what was written in a step, for good; what was released stays until it is taken back.
  /// - Throws: ``TendFailure`` `not_found`
  public func shred(_ id: String, step: String) throws { try translated { try core.shred(id: id, step: step) } }
}
