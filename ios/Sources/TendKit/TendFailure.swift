import Foundation
import TendBindings

/// What went wrong.
public struct TendFailure: LocalizedError, Equatable, Sendable {
  /// Never changes its meaning; for programs.
  public let code: String
  /// What happened and what can be done, in the person's language.
  public let message: String
  /// Whether the same may succeed later.
  public let retryCanHelp: Bool

  public var errorDescription: String? { message }

  init(_ error: TendError) {
    switch error {
    case .Failed(let code, let text, let retryCanHelp):
      (self.code, message, self.retryCanHelp) = (code, text, retryCanHelp)
    }
  }
}

/// The core's errors as ``TendFailure``.
func translated<Value>(_ work: () throws -> Value) throws -> Value {
  do { return try work() } catch let error as TendError { throw TendFailure(error) }
}

/// Waits for the core until the caller's task is cancelled. The bindings alone would wait on.
/// - Throws: ``TendFailure``; `CancellationError`
func waiting<Value: Sendable>(for work: @escaping @Sendable () async throws -> Value) async throws -> Value {
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
  // The stream ends without a result for anyone who is cancelled, and for nobody else.
  throw CancellationError()
}
