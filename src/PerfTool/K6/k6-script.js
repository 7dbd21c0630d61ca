// @ts-check
import http from 'k6/http';
import { check, fail } from 'k6';

const requestTimeout = '30000ms';

// -- common --
/** @typedef {string | number | boolean} Value */

/** An environment variable: k6 run --env NAME=value.
 * @param {string} name */
function environment(name) {
  const value = __ENV[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: k6 run --env ${name}=...`);
  return value;
}

/** Sends a request, and ends the iteration where the answer is not as it should be.
 * @param {Record<string, Value>} v the variables; what is extracted is added
 * @param {{ name: string, method: string, path: string, headers: Record<string, string>, body: string | null, status: number | null, extract: Record<string, (string | number)[]> }} step */
function send(v, step) {
  const expected = step.status === null ? { min: 200, max: 299 } : step.status;
  const response = http.request(step.method, environment('BASE_URL').replace(/\/+$/, '') + step.path, step.body, {
    headers: step.body === null ? step.headers : { ...step.headers, 'Content-Type': 'application/json' },
    redirects: 0,
    responseCallback: http.expectedStatuses(expected),
    tags: { name: step.name },
    timeout: requestTimeout,
  });
  let problem = step.status === null ? (response.status >= 200 && response.status <= 299 ? '' : `status ${response.status}`) : response.status === step.status ? '' : `status ${response.status}`;
  if (problem === '') {
    for (const [name, path] of Object.entries(step.extract)) {
      const value = find(response.body, path);
      if (value === null) problem = `no ${name} in the answer`;
      else v[name] = value;
    }
  }
  check(response, { [step.name]: () => problem === '' });
  if (problem !== '') fail(`${step.name}: ${problem}`);
}

/** The text, number or boolean at a place of a JSON text; null where there is none.
 * @param {any} body
 * @param {(string | number)[]} path
 * @returns {Value | null} */
function find(body, path) {
  try {
    let value = JSON.parse(body);
    for (const step of path) {
      if (value === null || typeof value !== 'object' || Array.isArray(value) !== (typeof step === 'number') || !Object.prototype.hasOwnProperty.call(value, step)) return null;
      value = value[step];
    }
    return value === null || typeof value === 'object' ? null : value;
  } catch {
    return null;
  }
}

/** @param {Value} value */
function inPath(value) {
  return encodeURIComponent(String(value)).replace(/[!'()*]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase());
}

/** @param {Value} value */
function inHeader(value) {
  const text = String(value);
  if (/[\u0000-\u001f]/.test(text)) fail('a header would hold a control character, such as a line break');
  return text;
}

/** Inside a text of JSON.
 * @param {Value} value */
function inText(value) {
  return JSON.stringify(String(value)).slice(1, -1);
}

/** Writes what perftool import k6 reads: to the file that SUMMARY names, or as one line where it is stdout.
 * @param {any} data */
export function handleSummary(data) {
  const file = __ENV.SUMMARY || 'summary.json';
  const summary = JSON.stringify({ metadata: { generatedAt: new Date().toISOString() }, ...data });
  if (file === 'stdout') return { stdout: summary + '\n' };
  /** @type {string[]} */
  const lines = [];
  for (const [name, metric] of Object.entries(data.metrics)) {
    for (const [limit, threshold] of Object.entries(metric.thresholds || {})) lines.push(`${threshold.ok ? 'kept  ' : 'BROKEN'} ${name}: ${limit}\n`);
  }
  return { stdout: lines.sort().join('') + `wrote ${file}: perftool import k6 ${file}\n`, [file]: summary };
}
