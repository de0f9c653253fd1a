use std::{
    future::Future,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::LazyLock,
};

use tokio::runtime::{Builder, Runtime};

use tend_core::content::Language;

use crate::TendError;

/// Threads that drive the network; what touches the disk has threads of its own.
const WORKERS: usize = 2;

static RUNTIME: LazyLock<io::Result<Runtime>> =
    LazyLock::new(|| Builder::new_multi_thread().worker_threads(WORKERS).thread_name("tend").enable_all().build());

/// Our runtime; `internal` where the system gives no threads.
pub(crate) fn runtime() -> Result<&'static Runtime, tend_core::TendError> {
    RUNTIME.as_ref().map_err(|_| tend_core::TendError::internal())
}

/// Calls the core for a shell. A panic ends here, as the error `internal`.
pub(crate) fn call<T>(
    language: Language,
    work: impl FnOnce() -> Result<T, tend_core::TendError>,
) -> Result<T, TendError> {
    // Whatever a panic interrupted is safe to use again: the core changes things in transactions, and ignores that a lock is poisoned.
    let result = catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(tend_core::TendError::internal()));
    result.map_err(|error| TendError::of(error, language))
}

/// Runs `work` on our runtime and waits for its end. Who waits may go away: the work goes on. A panic ends here too.
pub(crate) async fn on_runtime<T: Send + 'static>(
    language: Language,
    work: impl Future<Output = Result<T, tend_core::TendError>> + Send + 'static,
) -> Result<T, TendError> {
    let result = match runtime() {
        Ok(runtime) => runtime.spawn(work).await.unwrap_or(Err(tend_core::TendError::internal())),
        Err(error) => Err(error),
    };
    result.map_err(|error| TendError::of(error, language))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::{pin::pin, sync::mpsc, task::Context};

    use super::*;

    fn code<T>(result: Result<T, TendError>) -> String {
        let TendError::Failed { code, .. } = result.err().unwrap();
        code
    }

    #[test]
    fn a_panic_in_a_call_is_an_error() {
        assert_eq!(code(call::<()>(Language::English, || panic!("on purpose"))), "internal");
    }

    #[tokio::test]
    async fn a_panic_on_the_runtime_is_an_error() {
        assert_eq!(code(on_runtime::<()>(Language::English, async { panic!("on purpose") }).await), "internal");
    }

    #[test]
    fn work_goes_on_when_nobody_waits_for_it() {
        let (tell, told) = mpsc::channel();
        let (begin, begun) = tokio::sync::oneshot::channel::<()>();
        {
            let mut waiting = pin!(on_runtime(Language::English, async move {
                begun.await.map_err(|_| tend_core::TendError::internal())?;
                tell.send(()).map_err(|_| tend_core::TendError::internal())
            }));
            assert!(waiting.as_mut().poll(&mut Context::from_waker(std::task::Waker::noop())).is_pending());
        }
        begin.send(()).unwrap();
        told.recv().unwrap();
    }
}
