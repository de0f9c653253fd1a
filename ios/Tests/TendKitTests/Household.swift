import Foundation
import TendKit

/// A server and the phones of all who take part, each with a folder of its own, until the test ends.
struct Household: Sendable {
  /// Rounds of sync after which nothing more can be under way.
  private static let rounds = 40

  let server: Server
  private let root: URL

  /// A story in a household of its own.
  static func tell(_ story: (Household) async throws -> Void) async throws {
    try await withFolder { root in
      let folder = root.appendingPathComponent("server")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let household = Household(server: try Server(folder: folder), root: root)
      do {
        try await story(household)
      } catch {
        await household.server.kill()
        throw error
      }
      await household.server.kill()
    }
  }

  /// A fresh phone that knows the server.
  func phone(_ name: String, language: String = "en") async throws -> TendCore {
    let phone = try await open(name, language: language)
    try await phone.pairing.useServer(address: server.address)
    return phone
  }

  /// A phone's Tend, as its folder has it.
  func open(_ name: String, language: String = "en") async throws -> TendCore {
    let folder = root.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let key = Data(repeating: UInt8(name.utf8.count), count: 32)
    return try await TendCore.open(folder: folder, key: key, deviceName: name, languages: [language])
  }

  /// Two phones of two people, who pair in person.
  func couple(language: String = "en") async throws -> (TendCore, TendCore) {
    let ada = try await phone("Ada's phone", language: language)
    let ben = try await phone("Ben's phone", language: language)
    try await ada.people.setMe(name: "Ada", pronouns: "she/her", seen: nil)
    try await ben.people.setMe(name: "Ben", pronouns: "he/him", seen: nil)
    try await ben.pairing.accept(text: try await ada.pairing.invitePartner(way: .inPerson).text)
    try await until(ada, ben) {
      let (seenByAda, seenByBen) = (try await ada.people.partner(), try await ben.people.partner())
      return seenByAda?.name == "Ben" && seenByBen?.name == "Ada"
    }
    return (ada, ben)
  }

  /// Syncs the phones in turn until it holds.
  func until(_ phones: TendCore..., holds: () async throws -> Bool) async throws {
    for _ in 0..<Self.rounds {
      if try await holds() { return }
      for phone in phones { try await phone.syncing.syncNow() }
    }
    guard try await holds() else { throw Failed(what: "after \(Self.rounds) rounds it does not hold") }
  }
}

/// A folder that goes away.
func withFolder(_ work: (URL) async throws -> Void) async throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try await work(folder)
}

/// The failure that the work ends with.
func failure(_ work: () async throws -> Void) async throws -> TendFailure {
  do {
    try await work()
  } catch let failure as TendFailure {
    return failure
  }
  throw Failed(what: "it worked")
}

extension TendCore {
  /// Waits on the core's own word that something changed, until it holds.
  func waitUntil(_ holds: () async throws -> Bool) async throws {
    for await _ in changes() where try await holds() { return }
  }
}
