//! Reads a store's files without SQLCipher: every page of the file and every frame of the write-ahead log, stale ones too.
//!
//! A page of SQLCipher 4 has 4,096 bytes. The last 80 are reserved: 16 of IV and 64 of an HMAC, which reading does not need. What is
//! before them is AES-256 in CBC mode under the raw key. The first page begins with 16 bytes of salt in clear.

use std::{
    fs,
    path::{Path, PathBuf},
};

use aes::{
    Aes256,
    cipher::{BlockDecrypt, KeyInit, generic_array::GenericArray},
};

pub const PAGE: usize = 4096;
const RESERVED: usize = 80;
const IV: usize = 16;
const WAL_HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

pub fn file(folder: &Path) -> PathBuf {
    folder.join("tend.db")
}

pub fn wal(folder: &Path) -> PathBuf {
    folder.join("tend.db-wal")
}

fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_default()
}

/// All pages in clear: those of the file, and those of the log's frames.
pub fn decrypted(folder: &Path, key: &[u8; 32]) -> (Vec<Vec<u8>>, Vec<Vec<u8>>) {
    let cipher = Aes256::new(GenericArray::from_slice(key));
    let file = bytes(&file(folder));
    let pages = file.chunks(PAGE).enumerate().map(|(at, page)| decrypt(&cipher, page, at == 0)).collect();
    let wal = bytes(&wal(folder));
    let frames = wal.get(WAL_HEADER..).unwrap_or_default().chunks(FRAME_HEADER + PAGE).map(|frame| {
        let (header, page) = frame.split_at(FRAME_HEADER.min(frame.len()));
        decrypt(&cipher, page, header.starts_with(&[0, 0, 0, 1]))
    });
    (pages, frames.collect())
}

fn decrypt(cipher: &Aes256, page: &[u8], is_first: bool) -> Vec<u8> {
    if page.len() < PAGE {
        return Vec::new();
    }
    let (content, reserved) = page.split_at(PAGE - RESERVED);
    let mut before = reserved[..IV].to_vec();
    let mut clear = Vec::with_capacity(PAGE);
    for block in content[if is_first { IV } else { 0 }..].chunks_exact(IV) {
        let mut out = GenericArray::clone_from_slice(block);
        cipher.decrypt_block(&mut out);
        clear.extend(out.iter().zip(&before).map(|(byte, mask)| byte ^ mask));
        before = block.to_vec();
    }
    clear
}

/// How many pages and how many frames hold the word.
pub fn find(folder: &Path, key: &[u8; 32], word: &str) -> (usize, usize) {
    let (pages, frames) = decrypted(folder, key);
    let count = |pages: &[Vec<u8>]| pages.iter().filter(|page| contains(page, word.as_bytes())).count();
    (count(&pages), count(&frames))
}

/// Whether a file of the store holds the word as it is.
pub fn in_clear(folder: &Path, word: &str) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| contains(&bytes(&entry.unwrap().path()), word.as_bytes()))
}

pub fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}
