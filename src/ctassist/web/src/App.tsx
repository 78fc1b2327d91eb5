import { useCallback, useEffect, useRef, useState } from "react";
import { refusal } from "./api/call";
import { ChatView } from "./chat/ChatView";
import { Conversation, type Exchange } from "./chat/conversation";
import { Welcome } from "./chat/Welcome";
import { parse, settle, useHash } from "./route";
import { Service } from "./service";
import { Icon } from "./shell/Icon";
import { ServiceNotice } from "./shell/ServiceNotice";
import { SideBar } from "./shell/SideBar";
import { SignIn } from "./shell/SignIn";
import { useTheme } from "./shell/theme";
import { holdingsWords, useHoldings } from "./shell/useHoldings";
import { SourcePanel } from "./source/SourcePanel";
import type { Citation } from "./api/types";
import { LANGUAGES, language, say } from "./texts";

const conversation = new Conversation();

interface Opened {
  citations: Citation[];
  n: number;
}

/** The page: conversations at the side, the chat, and the source that was opened beside it. */
export function App() {
  const chosen = language.use();
  useTheme();
  const { id } = conversation.use();
  const [listed, setListed] = useState(0);
  const [menu, setMenu] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [fault, setFault] = useState("");
  const backRef = useRef<() => void>(() => undefined);
  const [service] = useState(() => new Service(() => backRef.current()));
  const missed = useCallback(() => void service.missed(), [service]);
  const archive = useHoldings(missed);
  const place = useHash();
  const opener = useRef<Element | null>(null);

  useEffect(() => {
    document.documentElement.lang = chosen;
    document.documentElement.dir = LANGUAGES[chosen]!.direction;
  }, [chosen]);

  /** Follows an exchange to its end, whatever it was begun by. */
  const follow = useCallback(
    async (made: Promise<void>) => {
      setFault("");
      await made;
      const last = conversation.now.exchanges.at(-1);
      if (last?.fault?.passing) missed();
      if (last?.fault?.status === 401) archive.again();
      if (conversation.now.id) settle(conversation.now.id);
      setListed((before) => before + 1);
    },
    [missed],
  );
  const ask = useCallback((question: string) => void follow(conversation.ask(question)), [follow]);
  const retry = useCallback((exchange: Exchange) => void follow(conversation.retry(exchange)), [follow]);
  const source = useCallback((exchange: Exchange, n: number) => {
    opener.current = document.activeElement;
    setOpened({ citations: exchange.answer?.citations ?? [], n });
  }, []);
  const startAnew = () => {
    conversation.startAnew();
    settle(null);
    setOpened(null);
    setMenu(false);
    document.getElementById("question")?.focus();
  };
  const closeSource = () => {
    setOpened(null);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  backRef.current = () => {
    archive.again();
    setListed((before) => before + 1);
    void follow(conversation.resume());
  };

  useEffect(() => {
    // An address may hold a question, as in ?q=Who+chairs+…: it is asked once, in a conversation of its own.
    const question = new URLSearchParams(location.search).get("q")?.trim();
    if (question) {
      conversation.startAnew();
      settle(null);
      ask(question);
    } else if (!parse(location.hash).conversation) {
      settle(conversation.now.id);
      void follow(conversation.resume());
    }
  }, []);

  useEffect(() => {
    const route = parse(location.hash);
    const go = async () => {
      if (route.conversation === conversation.now.id) return;
      setOpened(null);
      if (!route.conversation) return conversation.startAnew();
      try {
        await conversation.open(route.conversation);
      } catch (error) {
        const { status, message, passing } = refusal(error);
        conversation.startAnew();
        if (passing) missed();
        setFault(status === 404 ? say("conversation.gone") : message);
        if (status === 404) settle(null);
      }
    };
    void go().then(() => {
      const answer = route.answer && document.getElementById(`answer-${route.answer}`);
      if (answer) answer.focus();
    });
  }, [place]);

  return (
    <div className={opened ? "page with-source" : "page"}>
      <a className="skip" href="#question" onClick={(event) => {
        event.preventDefault();
        document.getElementById("question")?.focus();
      }}>
        {say("skip")}
      </a>
      <SideBar
        open={menu}
        current={id}
        version={listed}
        holdings={holdingsWords(archive.held)}
        onNew={startAnew}
        onClose={() => setMenu(false)}
        onForgotten={(forgotten) => forgotten === conversation.now.id && startAnew()}
      />
      <main>
        <div className="narrow-only top">
          <button type="button" className="icon" aria-label={say("menu")} aria-expanded={menu} onClick={() => setMenu(!menu)}>
            <Icon name="menu" />
          </button>
          <span className="brand">{say("brand")}</span>
          <button type="button" className="icon" aria-label={say("new")} onClick={startAnew}>
            <Icon name="new" />
          </button>
        </div>
        <ChatView
          conversation={conversation}
          gate={archive.locked ? <SignIn onDone={() => backRef.current()} /> : null}
          welcome={
            <Welcome held={archive.held} questions={archive.questions} fault={fault || archive.fault} onAsk={ask} />
          }
          notice={<ServiceNotice service={service} />}
          onAsk={ask}
          onRetry={retry}
          onSource={source}
        />
      </main>
      {opened && (
        <SourcePanel
          citations={opened.citations}
          n={opened.n}
          onGo={(n) => setOpened({ ...opened, n })}
          onClose={closeSource}
        />
      )}
    </div>
  );
}
