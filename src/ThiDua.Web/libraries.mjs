// Restores the browser libraries and the document font by the lock file and puts what the portal serves into wwwroot/lib.
// Run by the build (Npm.targets) as `node libraries.mjs <stamp file>`; under a file lock there, so it looks at the stamp again.
import { execSync } from 'node:child_process';
import { cpSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';

const stamp = process.argv[2];
const sources = ['package-lock.json', 'libraries.mjs'];
const files = {
  'bootstrap/bootstrap.min.css': 'bootstrap/dist/css/bootstrap.min.css',
  'bootstrap/bootstrap.bundle.min.js': 'bootstrap/dist/js/bootstrap.bundle.min.js',
  'bootstrap-icons/bootstrap-icons.min.css': 'bootstrap-icons/font/bootstrap-icons.min.css',
  'bootstrap-icons/fonts': 'bootstrap-icons/font/fonts',
  'chart.js/chart.umd.js': 'chart.js/dist/chart.umd.js',
  'htmx/htmx.min.js': 'htmx.org/dist/htmx.min.js',
  'tinos/Tinos-Regular.ttf': '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  'tinos/Tinos-Bold.ttf': '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  'tinos/Tinos-Italic.ttf': '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  'tinos/Tinos-BoldItalic.ttf': '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

const upToDate = existsSync('wwwroot/lib') && existsSync(stamp)
  && sources.every(source => statSync(source).mtimeMs <= statSync(stamp).mtimeMs);
if (!upToDate) {
  execSync('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error', { stdio: 'inherit' });
  rmSync('wwwroot/lib', { recursive: true, force: true });
  for (const [target, source] of Object.entries(files)) {
    cpSync(`node_modules/${source}`, `wwwroot/lib/${target}`, { recursive: true });
  }
  writeFileSync(stamp, '');
}
