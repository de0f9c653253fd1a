import TendBindings

/// The two people: what each gives the other to see.
public actor People {
  private let core: TendBindings.People

  init(_ core: TendBindings.People) { self.core = core }

  /// This person, once they gave a name.
  public func me() throws -> Person? { try translated { try core.me() } }

  /// The partner, once the two are paired and the name came through.
  public func partner() throws -> Person? { try translated { try core.partner() } }

  /// Whether this person has a partner in Tend.
  public func isPaired() throws -> Bool { try translated { try core.isPaired() } }

  /// What the partner sees.
  /// - Throws: ``TendFailure`` `name_empty`, `name_too_long`
  public func setMe(name: String, pronouns: String) throws {
    try translated { try core.setMe(name: name, pronouns: pronouns) }
  }
}

/// Pairing with a partner, linking the person's next device, and leaving.
public actor Pairing {
  private let core: TendBindings.Pairing

  init(_ core: TendBindings.Pairing) { self.core = core }

  /// Chooses the server, before the first invite.
  /// - Throws: ``TendFailure`` `bad_server`, `other_server`
  public func useServer(_ address: String, accessCode: String? = nil) throws {
    try translated { try core.useServer(address: address, accessCode: accessCode) }
  }

  /// The server's address, once one is chosen.
  public func server() throws -> String? { try translated { try core.server() } }

  /// Invites a partner.
  /// - Throws: ``TendFailure`` `no_server`, `already_paired`
  public func invitePartner(_ way: InviteWay) throws -> Invite { try translated { try core.invitePartner(way: way) } }

  /// Invites the person's next device; before it gets the person's key, this one asks.
  /// - Throws: ``TendFailure`` `no_server`
  public func inviteDevice(_ way: InviteWay) throws -> Invite { try translated { try core.inviteDevice(way: way) } }

  /// Takes an invite, scanned or opened, whatever it is for.
  /// - Throws: ``TendFailure`` `invite_unreadable`, `invite_newer`, `own_invite`, `already_paired`, `other_server`, `phone_in_use`
  @discardableResult
  public func accept(_ text: String) throws -> Invite { try translated { try core.accept(text: text) } }

  /// Takes a partner's typed code.
  /// - Throws: ``TendFailure`` `code_mistyped`, `no_server`, `already_paired`
  @discardableResult
  public func acceptPartnerCode(_ code: String) throws -> Invite {
    try translated { try core.acceptPartnerCode(code: code) }
  }

  /// Takes a code that another of the person's devices shows.
  /// - Throws: ``TendFailure`` `code_mistyped`, `no_server`, `phone_in_use`
  @discardableResult
  public func acceptDeviceCode(_ code: String) throws -> Invite {
    try translated { try core.acceptDeviceCode(code: code) }
  }

  /// The invites under way, and those that came to nothing until they are cancelled.
  public func invites() throws -> [Invite] { try translated { try core.invites() } }

  /// The symbols are the same, or it is the person's own device.
  /// - Throws: ``TendFailure`` `not_found`, `invite_gone`, `nothing_to_confirm`
  @discardableResult
  public func confirm(_ id: String) throws -> Invite { try translated { try core.confirm(id: id) } }

  /// The person says no, or takes an invite back.
  /// - Throws: ``TendFailure`` `not_found`, `invite_gone`
  public func cancel(_ id: String) throws { try translated { try core.cancel(id: id) } }

  /// Leaves the couple space at once, also without a network.
  /// - Throws: ``TendFailure`` `not_paired`
  public func leave() throws { try translated { try core.leave() } }
}

/// The person's own devices.
public actor Devices {
  private let core: TendBindings.Devices

  init(_ core: TendBindings.Devices) { self.core = core }

  /// All that were not removed, by name.
  public func all() throws -> [Device] { try translated { try core.all() } }

  /// Removes another of them.
  /// - Throws: ``TendFailure`` `not_found`, `this_device`
  public func remove(_ id: String) throws { try translated { try core.remove(id: id) } }
}

/// What the person is to be told once.
public actor Notices {
  private let core: TendBindings.Notices

  init(_ core: TendBindings.Notices) { self.core = core }

  /// All that were not read yet.
  public func unread() throws -> [Notice] { try translated { try core.unread() } }

  /// The person has read it.
  public func read(_ id: String) throws { try translated { try core.read(id: id) } }
}
