//! The store's files and who may touch them.

use std::{
    fs::{DirBuilder, File, OpenOptions},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use super::StoreError;

/// Creates the folder, and those above it, for this user alone. One that is there stays as it is.
pub(super) fn create_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(StoreError::Disk)
}

/// Whether the folder is in the container of an iOS app group: `…/Containers/Shared/AppGroup/…`.
pub(super) fn is_shared(folder: &Path) -> bool {
    let names: Vec<_> = folder.components().map(|component| component.as_os_str()).collect();
    names.windows(2).any(|pair| pair[0] == "Shared" && pair[1] == "AppGroup")
}

/// Opens the file, and creates it empty when it is not there, for this user alone. SQLite gives the log and its index the same rights.
pub(super) fn private_file(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path).map_err(StoreError::Disk)?;
    #[cfg(unix)]
    restrict(&file).map_err(StoreError::Disk)?;
    Ok(file)
}

/// A file that was there, as one that was copied by hand, may have wider rights.
#[cfg(unix)]
fn restrict(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    let mut permissions = file.metadata()?.permissions();
    if permissions.mode() & 0o077 != 0 {
        permissions.set_mode(0o600);
        file.set_permissions(permissions)?;
    }
    Ok(())
}

/// The operating system's lock on a file. It ends with this value, and with the process, however that ends.
#[derive(Debug)]
pub(super) struct Lock(File);

/// Closing the file would not be enough: the lock lives as long as any copy of the handle, and a process that this one has just started holds
/// one until it runs its own program.
impl Drop for Lock {
    fn drop(&mut self) {
        // Where it fails, the lock ends with the handle.
        let _ = unlock(&self.0);
    }
}

/// Takes the lock: at once or not at all.
pub(super) fn lock(path: &Path) -> Result<Lock, StoreError> {
    let file = private_file(path)?;
    try_lock(&file).map_err(|error| match error.kind() {
        ErrorKind::WouldBlock => StoreError::InUse,
        _ => StoreError::Disk(error),
    })?;
    Ok(Lock(file))
}

// Not `File::try_lock`: the standard library of our oldest toolchain has no locks on Android.
#[cfg(unix)]
fn try_lock(file: &File) -> io::Result<()> {
    Ok(rustix::fs::flock(file, rustix::fs::FlockOperation::NonBlockingLockExclusive)?)
}

#[cfg(not(unix))]
fn try_lock(file: &File) -> io::Result<()> {
    file.try_lock().map_err(io::Error::from)
}

#[cfg(unix)]
fn unlock(file: &File) -> io::Result<()> {
    Ok(rustix::fs::flock(file, rustix::fs::FlockOperation::Unlock)?)
}

#[cfg(not(unix))]
fn unlock(file: &File) -> io::Result<()> {
    file.unlock()
}

/// The write-ahead log of the file: SQLite gives it this name.
pub(super) fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

/// How long the file is; 0 when it is not there.
pub(super) fn length(path: &Path) -> Result<u64, StoreError> {
    match std::fs::metadata(path) {
        Ok(metadata) => Ok(metadata.len()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(0),
        Err(error) => Err(StoreError::Disk(error)),
    }
}
