import Foundation
import TendBindings

/// Tend on this phone, as Swift likes it. An app opens it once and keeps it; the store is free again when the last of it is gone.
///
/// Its areas are actors, so that nothing that reads or writes the disk runs on the main thread, whatever the caller's isolation.
/// What goes wrong is a ``TendFailure``.
public final class TendCore: Sendable {
  let areas: Areas
  private let tend: Tend

  private init(_ tend: Tend) {
    self.tend = tend
    areas = Areas(tend)
  }

  /// Opens Tend, or begins there: a new person with one device. No server is asked.
  ///
  /// - Parameters:
  ///   - folder: Tend's alone, and out of the system's backups and device transfers.
  ///   - key: 32 random bytes, from the key chain; the same at every opening.
  ///   - deviceName: what the person calls this phone, 1 to 40 characters; of use at the first opening alone.
  ///   - languages: the person's, as BCP 47 tags, best first, as `Locale.preferredLanguages` has them; all words are in the first that
  ///     Tend speaks, or in English.
  ///   - pinnedCertificate: a household's own authority in DER, which a server must then show instead of a public one's.
  /// - Throws: ``TendFailure`` `store_…`, `name_empty`, `name_too_long`
  public static func open(
    folder: URL, key: Data, deviceName: String, languages: [String], pinnedCertificate: Data? = nil
  ) async throws -> TendCore {
    TendCore(try await Opening().open(folder, key, deviceName, languages, pinnedCertificate))
  }

  /// Yields all areas at once, and after every change those whose screens must be read again. Changes that come while its reader is
  /// busy are yielded as one. The listener is on the core until the stream ends or its reader's task is cancelled.
  public func changes() -> AsyncStream<Set<Area>> {
    let (stream, continuation) = AsyncStream.makeStream(of: Set<Area>.self, bufferingPolicy: .bufferingNewest(1))
    let number = tend.subscribe(listener: Relay(continuation))
    continuation.onTermination = { [tend] _ in tend.unsubscribe(number: number) }
    return stream
  }

  /// The time zone of the phone has changed, as `NSSystemTimeZoneDidChange` tells: days and hours go by it from now on, and screens
  /// must be read again.
  ///
  /// - Throws: ``TendFailure`` `zone_unknown`
  public func zoneChanged() throws {
    try translated { try tend.setZone(zone: TimeZone.autoupdatingCurrent.identifier) }
  }

  /// How many listeners there are: a screen that is gone must have taken its own off.
  public var listenerCount: Int { Int(tend.listenerCount()) }
}

/// Opening reads the disk too: off the main thread, whatever the caller's isolation.
private actor Opening {
  func open(
    _ folder: URL, _ key: Data, _ deviceName: String, _ languages: [String], _ pinned: Data?
  ) throws -> Tend {
    try translated {
      try Tend.open(
        folder: folder.path, key: key, deviceName: deviceName, languages: languages,
        zone: TimeZone.current.identifier, pinnedCertificate: pinned)
    }
  }
}

/// Told on any thread.
private final class Relay: ChangeListener {
  private let continuation: AsyncStream<Set<Area>>.Continuation

  init(_ continuation: AsyncStream<Set<Area>>.Continuation) { self.continuation = continuation }

  func changed(areas: [Area]) {
    var areas = Set(areas)
    // What was not read yet makes room for the newer, and must not be lost with it.
    while case .dropped(let unread) = continuation.yield(areas), !unread.isSubset(of: areas) {
      areas.formUnion(unread)
    }
  }
}
