import TendBindings

/// Appreciations: written to the partner, received from them, thanked for once.
public actor Appreciations {
  private let core: TendBindings.Appreciations

  init(_ core: TendBindings.Appreciations) { self.core = core }

  /// All of them, the newest first.
  public func all() throws -> [Appreciation] { try translated { try core.all() } }

  /// Writes one, to the partner or, alone, for oneself, and returns its id.
  /// - Throws: ``TendFailure`` `text_empty`, `text_too_long`
  @discardableResult
  public func write(_ text: String) throws -> String { try translated { try core.write(text: text) } }

  /// Gives one that was written alone to the partner; it gets a new id.
  /// - Throws: ``TendFailure`` `not_found`, `not_paired`, `already_shared`
  @discardableResult
  public func share(_ id: String) throws -> String { try translated { try core.share(id: id) } }

  /// Changes the words: its author's right, until it was thanked for.
  /// - Throws: ``TendFailure`` `not_found`, `not_yours`, `already_thanked`, `text_…`
  public func edit(_ id: String, to text: String) throws { try translated { try core.edit(id: id, text: text) } }

  /// On both phones and for good: its author's right at any time.
  /// - Throws: ``TendFailure`` `not_found`, `not_yours`
  public func delete(_ id: String) throws { try translated { try core.delete(id: id) } }

  /// Thanks the partner, once.
  /// - Throws: ``TendFailure`` `not_found`, `thank_own`, `already_thanked`
  public func thank(_ id: String) throws { try translated { try core.thank(id: id) } }
}

/// Surprise ideas: on the person's own devices, and nowhere else.
public actor Surprises {
  private let core: TendBindings.Surprises

  init(_ core: TendBindings.Surprises) { self.core = core }

  /// All of them, the newest first.
  public func all() throws -> [Surprise] { try translated { try core.all() } }

  /// Notes an idea and returns its id.
  /// - Throws: ``TendFailure`` `text_empty`, `text_too_long`
  @discardableResult
  public func add(_ text: String) throws -> String { try translated { try core.add(text: text) } }

  /// Changes the words.
  /// - Throws: ``TendFailure`` `not_found`, `text_empty`, `text_too_long`
  public func edit(_ id: String, to text: String) throws { try translated { try core.edit(id: id, text: text) } }

  /// On all of the person's devices and for good.
  /// - Throws: ``TendFailure`` `not_found`
  public func delete(_ id: String) throws { try translated { try core.delete(id: id) } }
}
