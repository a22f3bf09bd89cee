// What a page of React may write. Compiled with React's types by `cargo xtask test`; nothing here runs.
import { useEffect, useRef, type JSX } from "react";

export function Story({ id }: { id: number }): JSX.Element {
  const reader = useRef<QariReaderElement>(null);
  useEffect(() => {
    customElements.whenDefined("qari-reader").then(() => reader.current?.reload());
  }, []);
  return (
    <qari-reader
      ref={reader}
      key={id}
      className="story"
      style={{ display: "block", minHeight: "100vh" }}
      data-src={`/api/${id}`}
      data-text-size={4}
      data-base-url="/articles/"
      data-theme="sepia"
      data-share="whatsapp copy"
      data-debug
    >
      <a href="/article">اقرأ المقال</a>
    </qari-reader>
  );
}

// @ts-expect-error there is no such theme
export const blue = <qari-reader data-src="a.json" data-theme="blue" />;
// @ts-expect-error there is no such size
export const huge = <qari-reader data-src="a.json" data-text-size={12} />;
