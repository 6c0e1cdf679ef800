package io.conductatlas.local.web;

/** Pages of the local stack: plain HTML that needs no script. */
public final class Html {
    private static final String STYLE = """
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430 }
            table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #d9dee5; vertical-align: top }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f5f7fa; padding: 1rem } iframe { width: 100%; height: 44rem; border: 1px solid #d9dee5 }
            .good { color: #17632f } .bad { color: #a11c1c } small { color: #5a6675 } a { color: #174ea6 }
            """;

    private Html() {}

    /** A whole page; {@code title} is text, {@code body} is HTML. */
    public static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title>
                <style>%s</style></head><body>
                <h1>%s</h1>
                %s
                </body></html>
                """.formatted(escape(title), STYLE, escape(title), body);
    }

    /** Text as HTML, in content and in quoted attributes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
