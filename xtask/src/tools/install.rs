//! The ways a tool gets into tools/bin, tried in order: a checked release, npm (for binaryen only), the source.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

use super::{Pin, Tool, is_installed, release, require_c_compiler};
use crate::process::{capture, command, find, run, say};
use crate::system;

/// Puts the tool into `folder`/bin.
pub(super) fn install(tool: Tool, pin: &Pin, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder.join("bin"))?;
    let Err(no_release) = from_release(tool, pin, folder) else {
        return Ok(());
    };
    say(format!(
        "No prebuilt release of {}: {no_release:#}",
        pin.name
    ));
    if tool == Tool::WasmOpt {
        match from_npm(pin, folder) {
            Ok(()) => return Ok(()),
            Err(no_npm) => say(format!("Not through npm either: {no_npm:#}")),
        }
    }
    from_source(pin, folder)?;
    if !is_installed(pin, folder) {
        bail!(
            "{} was compiled but does not print version {}",
            pin.name,
            pin.version
        );
    }
    Ok(())
}

/// A prebuilt release, checked against its published SHA-256 and run once.
fn from_release(tool: Tool, pin: &Pin, folder: &Path) -> Result<()> {
    let (archive, checksum) = tool
        .release(&pin.version)
        .context("none is published for this platform with its SHA-256")?;
    let unpacked = folder.join(format!("{}-{}", pin.name, pin.version));
    release::fetch(&archive, &checksum, &unpacked)?;
    for name in pin.binaries {
        let found = release::find_below(&unpacked, name)
            .with_context(|| format!("{archive} holds no {name}"))?;
        write_wrapper(
            &folder.join("bin").join(name),
            &format!("exec \"{}\" \"$@\"", found.display()),
        )?;
    }
    if !is_installed(pin, folder) {
        bail!("{archive} does not run on this machine");
    }
    Ok(())
}

/// Binaryen compiled to wasm, from the npm registry.
fn from_npm(pin: &Pin, folder: &Path) -> Result<()> {
    let node = find("node").with_context(|| system::NODE.line())?;
    let packages = folder.join("npm");
    install_package(&packages, &format!("binaryen@{}.0.0", pin.version))?;
    let script = packages.join("node_modules/binaryen/bin/wasm-opt");
    let call = format!(
        "exec \"{}\" \"{}\" \"$@\"",
        node.display(),
        script.display()
    );
    write_wrapper(&folder.join("bin/wasm-opt"), &call)?;
    if !is_installed(pin, folder) {
        bail!("{} does not run", script.display());
    }
    Ok(())
}

/// Puts a package of the npm registry into `folder`/node_modules. npm checks it against the digest that the registry publishes.
fn install_package(folder: &Path, package: &str) -> Result<()> {
    let npm = find("npm").with_context(|| system::NODE.line())?;
    fs::create_dir_all(folder)?;
    let mut install = command(npm);
    install
        .args([
            "install",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
        ])
        .arg(folder);
    run(install.arg(package))
}

/// Unpacks a package of the npm registry, without what it depends on, into `folder`/package.
pub(super) fn unpack_package(folder: &Path, package: &str) -> Result<()> {
    let npm = find("npm").with_context(|| system::NODE.line())?;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let packed = capture(
        command(npm)
            .args(["pack", "--silent", "--pack-destination"])
            .arg(folder)
            .arg(package),
    )?;
    let archive = folder.join(packed.lines().last().unwrap_or_default().trim());
    run(command("tar")
        .arg("-xzf")
        .arg(&archive)
        .arg("-C")
        .arg(folder))?;
    fs::remove_file(archive)?;
    Ok(())
}

/// Compiled from crates.io, with the publisher's own lock file where the registry has everything it names.
/// The build folder is kept until it succeeds, so that an interrupted build goes on.
fn from_source(pin: &Pin, folder: &Path) -> Result<()> {
    require_c_compiler()?;
    let (name, version) = &pin.from_source;
    say(format!(
        "Compiling {name} {version} from crates.io; this takes some minutes, once"
    ));
    let build = folder.join("build");
    let install = |lock: &[&str]| {
        let mut cargo = command("cargo");
        cargo.args(["install", name, "--force", "--version", version]);
        cargo
            .args(lock)
            .arg("--root")
            .arg(folder)
            .arg("--target-dir")
            .arg(&build);
        run(cargo.env_remove("RUSTFLAGS"))
    };
    install(&["--locked"]).or_else(|error| {
        say(format!(
            "{error:#}; trying the newest compatible dependencies"
        ));
        install(&[])
    })?;
    fs::remove_dir_all(build)?;
    Ok(())
}

/// A shell script at `path` that only runs `call`. It may replace a binary, never write through a link.
fn write_wrapper(path: &Path, call: &str) -> Result<()> {
    remove_if_there(path)?;
    fs::write(path, format!("#!/bin/sh\n{call}\n"))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}

fn remove_if_there(path: &Path) -> Result<()> {
    if path.symlink_metadata().is_ok() {
        fs::remove_file(path)?;
    }
    Ok(())
}
