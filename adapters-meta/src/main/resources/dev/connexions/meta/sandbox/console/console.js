'use strict';

const ROOT = '/_sandbox';

// Everything that the page asks of the control API.
const CALLS = {
  choices: 'GET /choices',
  clock: 'GET /clock',
  moveClock: 'POST /clock',
  scenarios: 'GET /scenarios',
  faults: 'GET /faults',
  plant: 'POST /faults',
  removeFault: 'DELETE /faults/{fault}',
  clearFaults: 'DELETE /faults',
  requests: 'GET /requests',
  clearRequests: 'DELETE /requests',
  accounts: 'GET /accounts',
  addAccount: 'POST /accounts',
  doToAccount: 'POST /accounts/{account}/{deed}',
  posts: 'GET /accounts/{account}/media',
  addPost: 'POST /accounts/{account}/media',
  comments: 'GET /accounts/{account}/media/{media}/comments',
  addComment: 'POST /accounts/{account}/media/{media}/comments',
  containers: 'GET /accounts/{account}/containers',
  people: 'GET /people',
  addPerson: 'POST /people',
  doToPerson: 'POST /people/{person}/{deed}',
  pages: 'GET /pages',
  addPage: 'POST /pages',
  linkPage: 'POST /pages/{page}/link',
  giveRole: 'POST /pages/{page}/roles',
  takeRole: 'POST /pages/{page}/roles',
  businesses: 'GET /businesses',
  addBusiness: 'POST /businesses',
  files: 'GET /files',
  addFile: 'POST /files',
  removeFile: 'DELETE /files/{host}/{name}',
  subscriptions: 'GET /subscriptions',
  subscribe: 'POST /subscriptions',
  unsubscribe: 'DELETE /subscriptions',
  deliveries: 'GET /webhooks',
  sendWebhook: 'POST /webhooks',
  clearDeliveries: 'DELETE /webhooks',
  usage: 'GET /usage',
  useUp: 'POST /usage',
  clearUsage: 'DELETE /usage',
  metrics: 'GET /metrics',
  retireMetric: 'POST /metrics/{metric}/retire',
  restoreMetric: 'POST /metrics/{metric}/restore',
  settings: 'GET /settings',
  changeSettings: 'POST /settings',
  reset: 'POST /reset',
};

// What the tables show, and what can be done in their rows.
const LISTS = {
  faults: {
    columns: ['behaviour', 'match', 'status', 'error', 'delayMs', 'times', 'until', 'probability'],
    doing: fault => [button('Take away', () => act('removeFault', {fault: fault.id}))],
  },
  requests: {
    columns: ['number', 'at', 'method', 'path', 'parameters', 'account', 'status', 'fault'],
  },
  accounts: {
    columns: ['id', 'username', 'name', 'type', 'login', 'followers', 'owner', 'page', 'consentUsername',
      'consentPassword', 'condition'],
    doing: account => [
      button('Show', () => choose({account: account.id, media: ''})),
      deeds(account.username, deed => act('doToAccount', {account: account.id, deed})),
    ],
  },
  posts: {
    needs: ['account'],
    columns: ['id', 'type', 'product', 'caption', 'at', 'shown', 'likes', 'comments', 'container', 'countsTowardsQuota'],
    doing: post => [button('Comments', () => choose({account: chosen().account, media: post.id}))],
  },
  comments: {
    needs: ['account', 'media'],
    columns: ['id', 'username', 'text', 'parent', 'hidden', 'at'],
  },
  containers: {
    needs: ['account'],
    columns: ['id', 'kind', 'statusCode', 'failure', 'createdAt', 'readyAt', 'media', 'parameters'],
  },
  people: {
    columns: ['id', 'username', 'password', 'name', 'accounts', 'pages', 'condition'],
    doing: person => [deeds(person.username, deed => act('doToPerson', {person: person.id, deed}))],
  },
  pages: {
    columns: ['id', 'name', 'category', 'business', 'relation', 'instagram', 'connected', 'roles'],
  },
  businesses: {
    columns: ['id', 'name', 'people', 'pages'],
  },
  files: {
    columns: ['url', 'here', 'contentType', 'size', 'status', 'delayMs'],
    doing: file => [button('Remove', () => act('removeFile', {host: file.host, name: file.name}))],
  },
  subscriptions: {
    columns: ['product', 'object', 'callbackUrl', 'fields'],
  },
  deliveries: {
    columns: ['id', 'kind', 'url', 'body', 'attempts', 'arrived', 'status', 'answer', 'nextAt'],
  },
  usage: {
    columns: ['regime', 'id', 'percent', 'minutesToRegain'],
  },
  metrics: {
    columns: ['name', 'level', 'logins', 'periods', 'types', 'breakdowns', 'products', 'since', 'until', 'retired'],
    doing: metric => [metric.retired
      ? button('Restore', () => act('restoreMetric', {metric: metric.name}))
      : button('Retire', () => act('retireMetric', {metric: metric.name}))],
  },
};

const EVERY = 2000;

let choices = {};
const shown = new Map();

// Asks the control API. What the path names goes there, the rest into the query or the body.
async function ask(name, values = {}) {
  const [method, template] = CALLS[name].split(' ');
  const rest = {...values};
  const path = template.replace(/\{(\w+)\}/g, (_, key) => {
    delete rest[key];
    return String(values[key] ?? '').split('/').map(encodeURIComponent).join('/');
  });
  const query = method === 'GET' && Object.keys(rest).length > 0 ? '?' + new URLSearchParams(rest) : '';
  const answer = await fetch(ROOT + path + query, method === 'POST'
    ? {method, headers: {'Content-Type': 'application/json'}, body: JSON.stringify(rest)}
    : {method});
  const json = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) {
    throw Object.assign(new Error(json.error ?? 'status ' + answer.status), {field: json.field});
  }
  return json;
}

function say(text, bad = false) {
  const said = document.getElementById('said');
  said.textContent = text;
  said.classList.toggle('bad', bad);
}

// Answers whether it was done; what is wrong with a form's field is shown there.
async function act(name, values, form) {
  try {
    const answer = await ask(name, values);
    say('Done. ' + written(answer).slice(0, 300));
    mark(form);
    await refresh();
    return true;
  } catch (failed) {
    say(failed.message, true);
    mark(form, failed.field);
    return false;
  }
}

function mark(form, field) {
  for (const input of document.querySelectorAll('[aria-invalid]')) {
    input.removeAttribute('aria-invalid');
  }
  for (const input of form?.elements ?? []) {
    if (field !== undefined && input.name === field) {
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    }
  }
}

// Every value is shown as text, never as markup.
function written(value) {
  if (value === null || value === undefined || value === '') {
    return '–';
  }
  if (Array.isArray(value) && value.every(part => typeof part !== 'object')) {
    return value.length === 0 ? '–' : value.join(', ');
  }
  return typeof value === 'object'
    ? JSON.stringify(value, (_, part) => part ?? undefined, 1).replace(/\n */g, ' ')
    : String(value);
}

function element(tag, text, properties = {}) {
  const made = Object.assign(document.createElement(tag), properties);
  if (text !== null) {
    made.textContent = text;
  }
  return made;
}

function button(text, doing) {
  const made = element('button', text, {type: 'button'});
  made.addEventListener('click', doing);
  return made;
}

function deeds(whom, doing) {
  const form = element('form', null);
  const select = element('select', null, {name: 'deed'});
  select.setAttribute('aria-label', 'What is done to ' + whom);
  offer(select, choices.deed);
  form.append(select, element('button', 'Do'));
  form.addEventListener('submit', event => {
    event.preventDefault();
    doing(select.value);
  });
  return form;
}

function offer(select, words = []) {
  for (const word of words) {
    select.append(element('option', word, {value: word}));
  }
}

// The values of a form as the API wants them: {"match": {"path": …}} for match.path, and nothing for what is empty.
function values(form) {
  const all = {};
  for (const input of form.elements) {
    const value = input.name ? read(input) : undefined;
    if (value !== undefined) {
      const names = input.name.split('.');
      const last = names.pop();
      const place = names.reduce((object, name) => object[name] ??= {}, all);
      place[last] = value;
    }
  }
  return all;
}

function read(input) {
  if (input.dataset.kind === 'nothing') {
    return [];
  }
  if (input.type === 'checkbox') {
    return input.checked || input.dataset.kind === 'flag' ? input.checked : undefined;
  }
  const text = input.value.trim();
  if (text === '') {
    return input.dataset.kind === 'text' ? '' : undefined;
  }
  switch (input.dataset.kind ?? input.type) {
    case 'number': return Number(text);
    case 'list': return text.split(/[\s,]+/);
    default: return text;
  }
}

function filter(name) {
  const form = document.querySelector(`form[data-filter="${name}"]`);
  return form ? values(form) : {};
}

function chosen() {
  return filter('chosen');
}

function choose(whom) {
  const form = document.querySelector('form[data-filter="chosen"]');
  form.elements.account.value = whom.account;
  form.elements.media.value = whom.media;
  const place = document.getElementById('one-account');
  place.open = true;
  place.scrollIntoView();
  refresh();
}

async function fill(table) {
  const name = table.dataset.list;
  const list = LISTS[name];
  const wanted = list.needs ? Object.fromEntries(list.needs.map(key => [key, chosen()[key]])) : filter(name);
  if (Object.values(wanted).includes(undefined)) {
    shown.delete(table);
    draw(table, list, []);
    return;
  }
  const answer = await ask(name, wanted);
  const same = JSON.stringify(answer);
  // redrawing would take the focus away from whoever is about to press a button
  if (shown.get(table) !== same && !table.contains(document.activeElement)) {
    shown.set(table, same);
    draw(table, list, answer.items, answer.total);
  }
}

function draw(table, list, items, total = items.length) {
  const head = element('tr', null, {role: 'row'});
  if (list.doing) {
    head.append(element('td', null));
  }
  for (const column of list.columns) {
    head.append(element('th', column, {scope: 'col', role: 'columnheader'}));
  }
  const body = element('tbody', null, {role: 'rowgroup'});
  for (const item of items) {
    body.append(row(list, item));
  }
  if (items.length === 0) {
    const none = element('td', 'none', {colSpan: list.columns.length, role: 'cell'});
    const only = element('tr', null, {role: 'row'});
    only.append(none);
    body.append(only);
  } else if (total > items.length) {
    const more = element('td', items.length + ' of ' + total, {colSpan: list.columns.length, role: 'cell'});
    const last = element('tr', null, {role: 'row'});
    last.append(more);
    body.append(last);
  }
  const top = element('thead', null, {role: 'rowgroup'});
  top.append(head);
  table.setAttribute('role', 'table');
  table.replaceChildren(table.caption, top, body);
}

function row(list, item) {
  const line = element('tr', null, {role: 'row'});
  if (list.doing) {
    const cell = element('td', null, {className: 'doing', role: 'cell'});
    cell.append(...list.doing(item));
    line.append(cell);
  }
  for (const column of list.columns) {
    const cell = element('td', written(item[column]), {role: 'cell'});
    cell.dataset.label = column;
    line.append(cell);
  }
  return line;
}

async function refresh() {
  try {
    const [clock, faults] = await Promise.all([ask('clock'), ask('faults')]);
    document.getElementById('now').textContent = clock.now;
    document.getElementById('troubles').textContent =
      faults.items.length === 0 ? 'nothing is planted' : faults.items.length + ' planted to go wrong';
    const tables = [...document.querySelectorAll('table[data-list]')];
    await Promise.all(tables.filter(table => table.closest('details').open).map(fill));
  } catch (failed) {
    say(failed.message, true);
  }
}

async function offerSettings() {
  const now = await ask('settings');
  const form = document.getElementById('settings');
  form.querySelectorAll('label').forEach(label => label.remove());
  for (const [name, rule] of Object.entries(choices.settings)) {
    const value = now[name];
    const input = element('input', null, {name, id: 'setting-' + name});
    if (typeof value === 'boolean') {
      Object.assign(input, {type: 'checkbox', checked: value});
      input.dataset.kind = 'flag';
    } else {
      Object.assign(input, {type: typeof value === 'number' ? 'number' : 'text', value});
      input.dataset.kind = typeof value === 'number' ? 'number' : 'text';
    }
    const label = element('label', name + ' ');
    label.append(input, element('span', rule, {className: 'note'}));
    form.lastElementChild.before(label);
  }
}

function tellOfScenario(scenarios) {
  const select = document.querySelector('select[data-scenarios]');
  const known = scenarios.items.find(scenario => scenario.name === select.value);
  document.getElementById('scenario-note').textContent =
    known ? known.what + '. Seen: ' + known.seen + '. ' + written(known.fault) : '';
}

async function submit(form) {
  const place = Object.fromEntries((form.dataset.chosen ?? '').split(' ').filter(Boolean).map(key => [key, chosen()[key]]));
  if (Object.values(place).includes(undefined)) {
    say('Choose ' + Object.keys(place).join(' and ') + ' first.', true);
    return;
  }
  if (await act(form.dataset.call, {...values(form), ...place}, form)) {
    if (form.dataset.call === 'changeSettings' || form.dataset.call === 'reset') {
      await offerSettings();
    }
  }
}

async function begin() {
  const [words, scenarios] = await Promise.all([ask('choices'), ask('scenarios')]);
  choices = words;
  for (const select of document.querySelectorAll('select[data-choice]')) {
    offer(select, choices[select.dataset.choice]);
  }
  for (const input of document.querySelectorAll('input[data-hint]')) {
    input.title = choices[input.dataset.hint].join(', ');
  }
  const select = document.querySelector('select[data-scenarios]');
  offer(select, scenarios.items.map(scenario => scenario.name));
  select.addEventListener('change', () => tellOfScenario(scenarios));
  tellOfScenario(scenarios);
  await offerSettings();

  for (const form of document.querySelectorAll('form[data-call]')) {
    form.addEventListener('submit', event => {
      event.preventDefault();
      submit(form);
    });
  }
  for (const form of document.querySelectorAll('form[data-filter]')) {
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('change', refresh);
  }
  for (const details of document.querySelectorAll('details')) {
    details.addEventListener('toggle', refresh);
  }
  await refresh();
  setInterval(() => {
    if (document.getElementById('live').checked && !document.hidden) {
      refresh();
    }
  }, EVERY);
}

begin().catch(failed => say(failed.message, true));
