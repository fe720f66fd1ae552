//! Running other programs, with what they are for and how long they took on stderr. stdout is left to results.

use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::Instant;

use crate::paths;

/// Prints one line of progress, with the seconds since the command began.
pub fn say(message: impl AsRef<str>) {
    static START: OnceLock<Instant> = OnceLock::new();
    let elapsed = START.get_or_init(Instant::now).elapsed().as_secs();
    eprintln!(
        "[{:2}:{:02}] {}",
        elapsed / 60,
        elapsed % 60,
        message.as_ref()
    );
}

/// A command that runs in the repository root and finds the project's own tools first.
///
/// `CARGO` and `RUSTUP_TOOLCHAIN` of the running cargo are kept, so every build uses the pinned toolchain.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(paths::root())
        .env("PATH", path_with_tools());
    command
}

/// PATH with the folder of the project's own tools in front.
pub fn path_with_tools() -> std::ffi::OsString {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = std::iter::once(paths::tools().join("bin")).chain(env::split_paths(&old));
    env::join_paths(all).unwrap_or(old)
}

/// Runs the command with its output shown; an unsuccessful exit is an error that names it.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("could not start `{}`", describe(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", describe(command));
    }
    Ok(())
}

/// Runs the command with its stderr shown and returns its stdout.
pub fn capture(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("could not start `{}`", describe(command)))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", describe(command), output.status);
    }
    String::from_utf8(output.stdout).with_context(|| {
        format!(
            "`{}` printed something that is not UTF-8",
            describe(command)
        )
    })
}

/// What the command prints on stdout when it succeeds, else nothing. Its stderr is dropped.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command
        .stderr(Stdio::null())
        .stdin(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first program of this name on PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

/// The command as one would type it, for messages.
pub fn describe(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}
