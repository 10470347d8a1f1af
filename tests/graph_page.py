#!/usr/bin/env python3
"""Opens the page that `purlin graph -f html` writes in headless Chromium and uses it as a person would.

usage: graph_page.py [--screenshot FILE] [--select ID] [--dark] CHROMIUM PAGE

Loads the page, searches, clicks, filters, moves and zooms with real input events, and checks after each what is on
the page. Fails on any error of the script, any request besides the page itself, and anything the page's own policy
had to stop. Prints what it has measured. With --screenshot it writes a picture of the page, of a resource if --select
names one, and checks nothing. Needs Python 3.9+.
"""
import argparse
import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

FLAGS = '''--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --hide-scrollbars --remote-debugging-pipe'''.split()
PATIENCE = 60


class Browser:
    """A browser that is spoken to through a pipe."""

    def __init__(self, program, *flags):
        self.profile = tempfile.mkdtemp(prefix='graph-page-')
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        # The protocol wants descriptors 3 and 4; moving them out of the way first keeps one from covering the other.
        command = f'exec 8<&{theirs_in} 9>&{theirs_out}; exec "$@" 3<&8 4>&9'
        os.set_inheritable(theirs_in, True)
        os.set_inheritable(theirs_out, True)
        self.process = subprocess.Popen(
            ['bash', '-c', command, 'bash', program, *FLAGS, *flags, f'--user-data-dir={self.profile}', 'about:blank'],
            pass_fds=(theirs_in, theirs_out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        self.out, self.into, self.rest = ours_out, ours_in, b''
        os.set_blocking(self.into, False)
        self.number, self.session, self.events = 0, None, []

    def read(self, until):
        """The next message."""
        while b'\0' not in self.rest:
            if time.monotonic() > until:
                raise TimeoutError('the browser does not answer')
            if self.process.poll() is not None:
                raise RuntimeError(f'the browser ended with {self.process.returncode}')
            try:
                self.rest += os.read(self.into, 1 << 20)
            except BlockingIOError:
                time.sleep(0.005)
        message, self.rest = self.rest.split(b'\0', 1)
        return json.loads(message)

    def send(self, method, **parameters):
        self.number += 1
        message = {'id': self.number, 'method': method, 'params': parameters}
        if self.session:
            message['sessionId'] = self.session
        os.write(self.out, json.dumps(message).encode() + b'\0')
        until = time.monotonic() + PATIENCE
        while True:
            answer = self.read(until)
            if answer.get('id') == self.number:
                if 'error' in answer:
                    raise RuntimeError(f'{method}: {answer["error"]}')
                return answer['result']
            self.events.append(answer)

    def js(self, expression):
        """The value of an expression in the page."""
        answer = self.send('Runtime.evaluate', expression=expression, returnByValue=True, awaitPromise=True)
        if 'exceptionDetails' in answer:
            raise RuntimeError(f'{expression}: {answer["exceptionDetails"]}')
        return answer['result'].get('value')

    def wait(self, expression):
        """Waits until an expression holds."""
        until = time.monotonic() + PATIENCE
        while not self.js(expression):
            if time.monotonic() > until:
                raise AssertionError(f'never holds: {expression}')
            time.sleep(0.02)

    def open(self, address):
        target = self.send('Target.createTarget', url='about:blank')['targetId']
        self.session = self.send('Target.attachToTarget', targetId=target, flatten=True)['sessionId']
        for domain in ('Page', 'Runtime', 'Log', 'Network'):
            self.send(f'{domain}.enable')
        self.send('Page.navigate', url=address)
        self.wait('document.documentElement?.dataset.ready === "yes"')

    def key(self, key, text=''):
        for kind in ('keyDown', 'keyUp'):
            self.send('Input.dispatchKeyEvent', type=kind, key=key, text=text if kind == 'keyDown' else '')

    def mouse(self, kind, at, **more):
        self.send('Input.dispatchMouseEvent', type=kind, x=at[0], y=at[1], **more)

    def click(self, at):
        for kind in ('mousePressed', 'mouseReleased'):
            self.mouse(kind, at, button='left', clickCount=1)

    def middle(self, selector):
        """The middle of an element on the screen."""
        return self.js(f'(() => {{ const b = document.querySelector({json.dumps(selector)}).getBoundingClientRect(); '
                       'return [b.x + b.width / 2, b.y + b.height / 2]; })()')

    def complaints(self):
        """What the page has done that it should not have."""
        found = []
        for event in self.events:
            parameters = event.get('params', {})
            if event.get('method') == 'Runtime.exceptionThrown':
                found.append(parameters['exceptionDetails'].get('exception', {}).get('description', 'an exception'))
            elif event.get('method') == 'Log.entryAdded' and parameters['entry']['level'] in ('error', 'warning'):
                found.append(parameters['entry']['text'])
            elif event.get('method') == 'Network.requestWillBeSent' and parameters['type'] != 'Document':
                found.append(f'a request for {parameters["request"]["url"]}')
        return found

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


def check(holds, what):
    if not holds:
        raise AssertionError(what)


def loaded(browser):
    """What is drawn is what the page holds."""
    count = browser.js('nodes.length')
    check(browser.js('document.querySelectorAll("#nodes > .node").length') == count, 'a box for each resource')
    check(browser.js('document.querySelectorAll("#links > .link").length') == browser.js('links.length'), 'an arrow for each link')
    check(browser.js('document.querySelectorAll("#panel .card").length > 0'), 'findings are listed at first')
    check(browser.js('document.querySelectorAll("img, iframe, link, form, #panel script").length') == 0, 'no foreign elements')
    apart = '''(() => {
      const order = nodes.map((node) => node.at).sort((a, b) => a[1] - b[1] || a[0] - b[0]);
      return order.every(([x, y], i) => {
        for (let j = i + 1; j < order.length && order[j][1] < y + NODE_HEIGHT; j++)
          if (Math.abs(order[j][0] - x) < NODE_WIDTH) return false;
        return true;
      });
    })()'''
    check(browser.js(apart), 'no box covers another')
    inside = '''nodes.every((node) => { const frame = frames[node.frame];
      return node.at[0] >= frame.at[0] && node.at[1] >= frame.at[1]
        && node.at[0] + NODE_WIDTH <= frame.at[0] + frame.size[0] && node.at[1] + NODE_HEIGHT <= frame.at[1] + frame.size[1]; })'''
    check(browser.js(inside), 'every box lies in its frame')
    return count


def shown(browser, at):
    """The panel tells about a resource, with all that is known of it."""
    panel = browser.js('document.getElementById("panel").innerText')
    node = browser.js(f'(({{ address, id, kind, place }}) => ({{ address, id, kind, place }}))(nodes[{at}])')
    for key, text in node.items():
        check(text in panel, f'the panel gives the {key}: {text!r}\n{panel}')
    for finding in browser.js(f'nodes[{at}].findings.map((one) => findings[one])'):
        for key in ('title', 'rule', 'place', 'severity' if finding['state'] == 'open' else 'state'):
            check(finding[key] in panel, f'the panel gives the {key} of a finding: {finding[key]!r}\n{panel}')
        check(finding['message'].replace('`', '') in panel, f'the panel gives the message: {finding["message"]}\n{panel}')
        check(finding['fix'].replace('`', '').strip() in panel, f'the panel says how to fix it: {finding["fix"]}\n{panel}')
    for other in browser.js(f'[...nodes[{at}].out.map((one) => links[one].to), ...nodes[{at}].into.map((one) => links[one].from)].map((one) => nodes[one].address)'):
        check(other in panel, f'the panel names the other end {other!r}\n{panel}')
    check(browser.js('[...document.querySelectorAll(".node.on")].map((one) => Number(one.dataset.node))') == [at], 'one is chosen')
    check(browser.js('decodeURIComponent(location.hash.slice(1))') == node['id'], 'the address names it')


def searched(browser, at):
    """`/`, words, Enter."""
    browser.key('/', '/')
    check(browser.js('document.activeElement.id') == 'search', '`/` begins a search')
    browser.send('Input.insertText', text=browser.js(f'nodes[{at}].id'))
    check(browser.js('!document.getElementById("hits").hidden'), 'hits are listed')
    check(browser.js('hits').count(at) == 1, 'an id finds its resource')
    while browser.js('hits[chosen]') != at:
        browser.key('ArrowDown')
    browser.key('Enter')
    shown(browser, at)
    check(browser.js('document.activeElement.dataset.node') == str(at), 'the keyboard goes on from there')
    browser.key('/', '/')
    browser.js('document.getElementById("search").select()')
    browser.send('Input.insertText', text='no such thing anywhere')
    check('Nothing' in browser.js('document.getElementById("hits").innerText'), 'nothing found is said')
    browser.key('Escape')
    check(browser.js('document.getElementById("hits").hidden'), 'Escape ends the search')


def clicked(browser, at):
    """The mouse, on a box, on a name in the panel, and on nothing."""
    browser.js(f'reveal(nodes[{at}]); new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))')
    browser.click(browser.middle(f'[data-node="{at}"] .box'))
    shown(browser, at)
    ends = browser.js('document.querySelectorAll("#panel .ends button").length')
    if ends:
        name = browser.js('document.querySelector("#panel .ends button").textContent')
        browser.js('document.querySelector("#panel .ends button").scrollIntoView({ block: "center" })')
        browser.click(browser.middle('#panel .ends button'))
        check(browser.js('nodes[picked].address') == name, 'a name in the panel leads to its resource')
        shown(browser, browser.js('picked'))
    browser.key('Escape')
    check(browser.js('picked === null && document.querySelectorAll(".on, .near").length === 0'), 'Escape lets go')
    return ends


def derived(browser):
    """What follows from several links is told in words, each resource by a way to it."""
    told = browser.js('nodes.flatMap((node, at) => Object.keys(node.facts).length ? [[at, node.facts, node.kind]] : []).slice(0, 60)')
    for at, facts, kind in told:
        browser.js(f'pick({at})')
        panel = browser.js('document.getElementById("panel").innerText')
        for broken in ('undefined', '[object', 'NaN', '${}'):
            check(broken not in panel, f'{broken} is not shown\n{panel}')
        named = set(browser.js('[...document.querySelectorAll("#panel .told button")].map((one) => one.textContent)'))
        address = browser.js('Object.fromEntries(nodes.map((node) => [node.id, node.address]))')
        for fact in facts.get('exposures', []):
            check(f'{fact["standing"].capitalize()}: ' in panel, f'the panel says whether it is reached\n{panel}')
            for station in fact['stations']:
                check(station['note'] in panel, f'the panel gives the way: {station["note"]}\n{panel}')
            ends = [one['resource'] for one in fact['stations']] + [one['id'] for one in fact['reaches']]
            check({address[one] for one in ends if one in address} <= named, f'the way leads to its stations\n{panel}')
        for fact in facts.get('identities', []):
            check(f'{fact["power"].capitalize()}: ' in panel, f'the panel says how much it may do\n{panel}')
            ends = [one['id'] for one in fact['holders'][:40] + fact['becomes'][:40]]
            check({address[one] for one in ends if one in address} <= named, f'the panel says who has it\n{panel}')
        if facts.get('exposures'):
            drawn = browser.js(f'document.querySelector(`[data-node="{at}"] .globe`)?.getAttribute("class") ?? ""')
            standing = facts['exposures'][0]['standing']
            wanted = {'open': 'globe open', 'blocked': ''}.get(standing, 'globe maybe')
            check(drawn == wanted, f'{kind} that is {standing} has the sign {wanted!r}, not {drawn!r}')
    browser.js('pick(null)')
    return len(told)


def moved(browser):
    """Wheel, dragging, keys."""
    transform = 'document.getElementById("view").getAttribute("transform")'
    settle = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))'
    states = []

    def state(what):
        browser.js(settle)
        states.append(browser.js(transform))
        check(len(set(states)) == len(states), f'{what} moves the drawing')

    state('nothing')
    middle = browser.middle('#graph')
    browser.mouse('mouseWheel', middle, deltaX=0, deltaY=-200)
    state('the wheel')
    browser.mouse('mousePressed', middle, button='left', clickCount=1)
    browser.mouse('mouseMoved', [middle[0] + 60, middle[1] + 40], button='left', buttons=1)
    browser.mouse('mouseReleased', [middle[0] + 60, middle[1] + 40], button='left', clickCount=1)
    state('dragging')
    check(browser.js('picked === null'), 'dragging chooses nothing')
    browser.key('+', '+')
    state('the plus key')
    browser.click(browser.middle('#closer'))
    state('the button')
    first = browser.js('nodes.findIndex((node) => node.shown)')
    browser.js(f'rove({first}, true)')
    reached = {browser.js('current')}
    for arrow in ('ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'):
        browser.key(arrow)
        reached.add(browser.js('current'))
    check(len(reached) > 1 or browser.js('nodes.length') == 1, 'arrow keys go from box to box')
    browser.key('Enter', '\r')
    shown(browser, browser.js('current'))
    browser.key('Escape')
    browser.key('0', '0')
    browser.js(settle)


def filtered(browser, count):
    """Check-boxes hide and show."""
    seen = 'document.querySelectorAll(".node:not(.gone)").length'
    boxes = browser.js('[...document.querySelectorAll("#filters input")].map((box) => [box.dataset.group, box.dataset.name])')
    for group, name in boxes:
        selector = f'#filters input[data-group="{group}"][data-name={json.dumps(name)}]'
        own = {'mark': 'node.mark', 'kind': 'node.kind'}.get(group)
        browser.js(f'document.querySelector({json.dumps(selector)}).click()')
        if own:
            of = browser.js(f'nodes.filter((node) => {own} === {json.dumps(name)}).length')
            check(of > 0 and browser.js(seen) == count - of, f'{group} {name} is hidden')
        else:
            left = browser.js(f'links.filter((link) => link.relations.some((one) => one !== {json.dumps(name)})).length')
            check(browser.js('document.querySelectorAll(".link:not(.gone)").length') == left, f'{name} is hidden')
        browser.js(f'document.querySelector({json.dumps(selector)}).click()')
    check(browser.js(seen) == count, 'all are shown again')
    browser.js('document.getElementById("kinds-none").click()')
    check(browser.js(seen) == 0 and browser.js('!document.getElementById("empty").hidden'), 'nothing left is said')
    # What is asked for by name is shown whatever is hidden.
    browser.js('pick(0)')
    check(browser.js('!nodes[0].element.classList.contains("gone")'), 'a chosen resource is shown')
    browser.js('pick(null); document.getElementById("kinds-all").click()')
    check(browser.js(seen) == count, 'all are shown again')


def confined(browser):
    """The page's policy lets nothing in that could have got past the escapes."""
    check(browser.js('window.pwned === undefined'), 'no text has become a script')
    browser.js('''(() => { const script = document.createElement("script"); script.textContent = "window.pwned = 1";
      document.body.append(script); const image = new Image(); image.src = "x.png"; document.body.append(image); })()''')
    check(browser.js('window.pwned === undefined'), 'a script that is put in does not run')
    check(browser.js('fetch("data:,x").then(() => false, () => true)'), 'nothing can be fetched')


def used(browser, page):
    count = loaded(browser)
    ready = browser.js('performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd')
    worst = browser.js('''nodes.map((node, at) => [node.open, node.out.length + node.into.length, at])
      .sort((a, b) => b[0] - a[0] || b[1] - a[1])[0][2]''')
    linked = browser.js('''nodes.map((node, at) => [node.out.length + node.into.length, at]).sort((a, b) => b[0] - a[0])[0][1]''')
    searched(browser, worst)
    clicked(browser, worst)
    clicked(browser, linked)
    derived(browser)
    moved(browser)
    filtered(browser, count)
    frame = browser.js('''new Promise((done) => { let left = 30; const begin = performance.now();
      const step = () => { zoom(left % 2 ? 1.1 : 1 / 1.1); left-- ? requestAnimationFrame(step) : done((performance.now() - begin) / 31); };
      requestAnimationFrame(step); })''')
    complaints = browser.complaints()
    check(not complaints, f'the page complains: {complaints}')
    confined(browser)
    size = os.path.getsize(page)
    print(f'{count} resources, {size} bytes, ready after {ready:.0f} ms, {frame:.1f} ms a picture while zooming')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--screenshot')
    parser.add_argument('--select', default='')
    parser.add_argument('--dark', action='store_true')
    parser.add_argument('chromium')
    parser.add_argument('page')
    given = parser.parse_args()
    flags = ['--window-size=1600,1000', '--force-device-scale-factor=1']
    if given.dark:
        flags.append('--blink-settings=preferredColorScheme=0')
    browser = Browser(given.chromium, *flags)
    try:
        browser.open(pathlib.Path(given.page).resolve().as_uri())
        if given.screenshot:
            if given.select:
                browser.js(f'pick(numbers.get({json.dumps(given.select)}), {{ reveals: true }})')
            browser.js('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))')
            picture = browser.send('Page.captureScreenshot', format='png')['data']
            pathlib.Path(given.screenshot).write_bytes(base64.b64decode(picture))
        else:
            used(browser, given.page)
    finally:
        browser.close()


if __name__ == '__main__':
    try:
        main()
    except (AssertionError, RuntimeError, TimeoutError) as error:
        sys.exit(f'graph_page: {error}')
