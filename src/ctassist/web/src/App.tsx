import { useCallback, useEffect, useRef, useState } from "react";
import type { NumberedSource } from "./api/types";
import { ChatView } from "./chat/ChatView";
import { keepTyped } from "./chat/Composer";
import { Conversation, type Exchange } from "./chat/conversation";
import { Welcome } from "./chat/Welcome";
import { hash, parse, settle, useHash } from "./route";
import { Service } from "./service";
import { ServiceNotice } from "./shell/ServiceNotice";
import { SideBar } from "./shell/SideBar";
import { SignIn } from "./shell/SignIn";
import { TopBar } from "./shell/TopBar";
import { useTheme } from "./shell/theme";
import { holdingsWords, useHoldings } from "./shell/useHoldings";
import { SourcePanel } from "./source/SourcePanel";
import { say, useLanguage } from "./texts";
import { useRoute } from "./useRoute";
import { CONTENT } from "./views/ViewFrame";
import { VIEWS } from "./views/views";

const conversation = new Conversation();
// Where the focus goes when what it was in is closed.
const toQuestion = () => document.getElementById("question")?.focus();
const toContent = () => document.getElementById(CONTENT)?.focus();

interface Opened {
  citations: NumberedSource[];
  n: number;
}

/** The page: conversations at the side, the chat or a view in its place, and the source that was opened beside it. */
export function App() {
  useLanguage();
  useTheme();
  const { id, shared } = conversation.use();
  const { view } = parse(useHash());
  const View = view && VIEWS[view.name].Component;
  const [changes, setChanges] = useState(0);
  const [returns, setReturns] = useState(0);
  const [menu, setMenu] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const opener = useRef<Element | null>(null);
  const back = useRef<() => void>(() => undefined);
  const [service] = useState(() => new Service(() => back.current()));
  const missed = useCallback(() => void service.missed(), [service]);
  const archive = useHoldings(missed);
  const { again } = archive;
  const leave = useCallback(() => setOpened(null), []);

  /** Sees an exchange through to its end, whatever it was begun by. */
  const follow = useCallback(
    async (made: Promise<boolean>) => {
      const asked = await made;
      const fault = conversation.now.exchanges.at(-1)?.fault;
      if (fault?.passing) missed();
      if (fault?.status === 401) void again();
      const { id, shared } = conversation.now;
      if (asked && !shared && !parse(location.hash).view) settle(id);
      setChanges((before) => before + 1);
    },
    [missed, again],
  );
  const ask = useCallback((question: string) => void follow(conversation.ask(question)), [follow]);
  const retry = useCallback((exchange: Exchange) => void follow(conversation.retry(exchange)), [follow]);
  const open = useCallback((citations: NumberedSource[], n: number) => {
    opener.current = document.activeElement;
    setOpened({ citations, n });
  }, []);
  const source = useCallback((exchange: Exchange, n: number) => open(exchange.answer?.citations ?? [], n), [open]);
  const startAnew = () => {
    conversation.startAnew();
    if (view) location.hash = hash(null);
    else settle(null);
    leave();
    setMenu(false);
    toQuestion();
  };
  const chat = shared ? `#/shared/${encodeURIComponent(shared)}` : hash(id);
  const draft = (question: string) => {
    keepTyped(question);
    location.hash = chat;
  };
  back.current = () => {
    setReturns((before) => before + 1);
    void again();
    void follow(conversation.resume());
  };

  useEffect(() => {
    // An address may hold a question, as in ?q=Who+chairs+…: it is asked once, in a conversation of its own.
    const question = new URLSearchParams(location.search).get("q")?.trim();
    const route = parse(location.hash);
    if (question) {
      conversation.startAnew();
      settle(null);
      ask(question);
    } else {
      if (!route.conversation && !route.shared && !route.view && !conversation.now.shared) settle(conversation.now.id);
      const { conversation: kept, shared: link } = parse(location.hash);
      // What the address leads to may be on its way still; then there is nothing here to go on with.
      const here = kept === conversation.now.id && link === conversation.now.shared;
      if (route.view || here) void follow(conversation.resume());
    }
  }, []);
  // A source belongs to the view that it was opened from.
  useEffect(leave, [view?.name, leave]);
  const fault = useRoute(conversation, missed, leave, changes);

  return (
    <div className={opened ? "page with-source" : "page"}>
      <button type="button" className="skip" onClick={view ? toContent : toQuestion}>
        {say(view ? "view.skip" : "skip")}
      </button>
      <SideBar
        open={menu}
        current={id}
        chat={chat}
        view={view?.name ?? null}
        version={changes}
        holdings={holdingsWords(archive.held)}
        onNew={startAnew}
        onClose={() => setMenu(false)}
        onForgotten={(forgotten) => forgotten === conversation.now.id && startAnew()}
      />
      {menu && <div className="veil narrow-only" onClick={() => setMenu(false)} />}
      <main>
        <TopBar id={view ? null : id} menu={menu} onMenu={() => setMenu(!menu)} onNew={startAnew} />
        {view && View && !archive.locked ? (
          <View
            key={view.name}
            query={view.query}
            notice={<ServiceNotice service={service} />}
            returns={returns}
            onMissed={missed}
            onLocked={again}
            onDraft={draft}
            onSource={open}
          />
        ) : (
          <ChatView
            conversation={conversation}
            gate={archive.locked ? <SignIn onDone={() => back.current()} /> : null}
            welcome={
              <Welcome held={archive.held} questions={archive.questions} fault={fault || archive.fault} onAsk={ask} />
            }
            notice={<ServiceNotice service={service} />}
            onAsk={ask}
            onRetry={retry}
            onSource={source}
          />
        )}
      </main>
      {opened && (
        <SourcePanel
          citations={opened.citations}
          n={opened.n}
          onGo={(n) => setOpened({ ...opened, n })}
          onClose={() => {
            leave();
            if (opener.current instanceof HTMLElement) opener.current.focus();
          }}
        />
      )}
    </div>
  );
}
