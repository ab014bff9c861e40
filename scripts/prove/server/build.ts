import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { installOnce } from '../../host/install';
import { step } from '../../host/progress';
import { npm, run } from '../../host/run';
import { inParallel } from '../inParallel';
import { writeModel } from './model';

/** A server of llama.cpp and a model for it. */
export interface LlamaCpp {
  readonly server: string;
  readonly model: string;
}

const libraries = 'node_modules/@node-llama-cpp/linux-x64';

/** What of llama.cpp's source makes the server; the rest comes as libraries. */
const sources = ['tools/server', 'vendor/cpp-httplib', 'vendor/hash', 'vendor/hash/sha1', 'vendor/hash/sha256', 'vendor/hash/xxhash'];
const includes = [
  ...['tools/server', 'tools/mtmd', 'common', 'include', 'ggml/include'],
  ...['vendor', 'vendor/cpp-httplib', 'vendor/hash'],
];

/** A page for browsers is left out: this says that there is none. */
const noPages = `#pragma once
#include <array>
#include <string>
struct llama_ui_asset { std::string name; const unsigned char * data; std::size_t size; std::string etag; std::string type; };
inline std::array<llama_ui_asset, 0> llama_ui_get_assets() { return {}; }
inline const llama_ui_asset * llama_ui_find_asset(const std::string &) { return nullptr; }
inline bool llama_ui_use_gzip() { return false; }
`;

/**
 * Builds llama.cpp's own server from a package of npm that carries its libraries and its source, unless it is there. Rejects with the
 * reason where that can't be: another platform than Linux on x64, no compiler, no registry.
 */
export async function llamaCpp(): Promise<LlamaCpp> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`it is built on Linux with x64 alone, not on ${process.platform} ${process.arch}`);
  await run('g++', ['--version'], { cwd: __dirname });
  await run('git', ['--version'], { cwd: __dirname });
  const folder = await installOnce({
    name: 'llama.cpp',
    manifest: join(__dirname, 'packages'),
    recipe: 1,
    progress: (work) => step('Setting up a llama-server from npm (40 MB, about a minute of compiling, once)', work),
    finish: build,
  });
  return { server: join(folder, 'build', 'llama-server'), model: join(folder, 'build', 'model.gguf') };
}

async function build(folder: string): Promise<void> {
  const [source, made] = [join(folder, 'source'), join(folder, 'build')];
  await unpackSource(folder, source);
  await mkdir(made);
  await writeFile(join(made, 'ui.h'), noPages);
  const files = (
    await Promise.all(sources.map(async (each) => (await readdir(join(source, each))).map((name) => join(source, each, name))))
  ).flat();
  const objects = await inParallel(
    files.filter((file) => /\.(?:c|cpp)$/.test(file)),
    (file) => compile(file, source, made),
  );
  objects.push(await withoutPictures(objects, made));
  const named = (await linkLibraries(folder, made)).filter((name) => !name.startsWith('libggml-cpu-'));
  await run('g++', ['-o', 'llama-server', ...objects, ...named, '-Wl,-rpath,$ORIGIN', '-pthread', '-ldl'], { cwd: made });
  writeModel(join(made, 'model.gguf'), join(source, 'models/templates/meta-llama-Llama-3.1-8B-Instruct.jinja'));
}

/** The source lies as a git bundle in the package that the libraries are made for, at the same version; nothing else of that is used. */
async function unpackSource(folder: string, source: string): Promise<void> {
  const { version } = JSON.parse(await readFile(join(folder, libraries, 'package.json'), 'utf8')) as { readonly version: string };
  const bundle = 'package/llama/gitRelease.bundle';
  await npm(['pack', '--silent', `node-llama-cpp@${version}`], { cwd: folder });
  await run('tar', ['-xzf', `node-llama-cpp-${version}.tgz`, bundle], { cwd: folder });
  await run('git', ['clone', '--quiet', bundle, source], { cwd: folder });
}

/** Compiles a file without optimizing: the model is so small that it makes no difference. */
async function compile(file: string, source: string, made: string): Promise<string> {
  const object = join(made, `${basename(file)}.o`);
  const paths = [made, ...includes.map((each) => join(source, each))].flatMap((each) => ['-I', each]);
  // `sha1.c` is C++ here, as in llama.cpp's own build.
  const isC = file.endsWith('.c') && !file.endsWith('sha1.c');
  const language = isC ? ['-x', 'c'] : ['-x', 'c++', '-std=c++17'];
  await run('g++', ['-O0', '-w', ...paths, ...language, '-c', file, '-o', object], { cwd: made });
  return object;
}

/** Stands for the part that reads pictures and sound, whose compiling would take longer than all the rest: every function of it answers 0. */
async function withoutPictures(objects: readonly string[], made: string): Promise<string> {
  const symbols = await run('nm', ['--undefined-only', '--no-sort', ...objects], { cwd: made });
  const names = [...new Set([...symbols.matchAll(/ U ((?:_Z\d+)?mtmd_\S*)/g)].map(([, name = '']) => name))];
  const code = names.map((name, index) => `long part${index}(void) __asm__("${name}");\nlong part${index}(void) { return 0; }\n`);
  await writeFile(join(made, 'pictures.c'), code.join(''));
  const object = join(made, 'pictures.c.o');
  await run('gcc', ['-c', 'pictures.c', '-o', object], { cwd: made });
  return object;
}

/** Puts the libraries beside the server, which looks there for the one that fits the processor; returns their names. The links hold when the folder moves. */
async function linkLibraries(folder: string, made: string): Promise<readonly string[]> {
  const place = join(folder, libraries, 'bins/linux-x64');
  const names = (await readdir(place)).filter((name) => name.endsWith('.so'));
  await Promise.all(names.map((name) => symlink(relative(made, join(place, name)), join(made, name))));
  return names;
}
