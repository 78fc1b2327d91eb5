interface Props {
  label: string;
  questions: string[];
  onAsk(question: string): void;
}

/** Questions that are asked by a click. */
export function Choices({ label, questions, onAsk }: Props) {
  if (!questions.length) return null;
  return (
    <ul className="choices" aria-label={label}>
      {questions.map((question) => (
        <li key={question}>
          <button type="button" dir="auto" onClick={() => onAsk(question)}>
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}
