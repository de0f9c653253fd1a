import TendBindings

/// Talking to the server. Whoever is cancelled only stops waiting: the work goes on.
public actor Syncing {
  private let core: TendBindings.Syncing

  init(_ core: TendBindings.Syncing) { self.core = core }

  /// One round: sends what is due, reads what is new. Without a server it does nothing. What belongs to this person's devices alone
  /// leaves on a slow beat, or with something for the partner.
  /// - Throws: ``TendFailure`` `offline`, `server_…`, `access_code_needed`; what was done until then stays done. `CancellationError`
  @discardableResult
  public func sync() async throws -> SyncOutcome {
    try await waiting { [core] in try await core.sync() }
  }

  /// As ``sync()``, and what belongs to this person's devices alone leaves at once.
  @discardableResult
  public func syncNow() async throws -> SyncOutcome {
    try await waiting { [core] in try await core.syncNow() }
  }

  /// Follows the server in the background, while the app is in front. Nothing to do when it does already.
  public func startFollowing() throws { try translated { try core.startFollowing() } }

  /// Ends it, and waits until it has ended.
  public func stopFollowing() async throws {
    try await waiting { [core] in try await core.stopFollowing() }
  }
}

/// Waits for the core until the caller's task is cancelled. The bindings alone would wait on.
/// - Throws: ``TendFailure``; `CancellationError`
private func waiting<Value: Sendable>(for work: @escaping @Sendable () async throws -> Value) async throws -> Value {
  let (results, continuation) = AsyncThrowingStream.makeStream(of: Value.self)
  Task {
    do {
      continuation.yield(try await work())
    } catch let error as TendError {
      continuation.finish(throwing: TendFailure(error))
    } catch {
      continuation.finish(throwing: error)
    }
  }
  for try await result in results { return result }
  // The stream ends without a result for whoever is cancelled, and for nobody else.
  throw CancellationError()
}
