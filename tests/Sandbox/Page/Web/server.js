// The page's server: the sandbox that served it.

/** A sentence from the server about what went wrong. */
export class Refused extends Error {}

export const get = (path) => call(path, {});

export const post = (path, body = "") => call(path, { method: "POST", headers: { "X-Sandbox": "1" }, body });

async function call(path, options) {
  let response;
  try {
    response = await fetch(`page/${path}`, options);
  } catch {
    throw new Refused("The sandbox does not answer. Is it still running?");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(answer.message ?? `The sandbox answered ${response.status}.`);
  return answer;
}
