"""The reference page at ``/docs``, made from the OpenAPI description; it needs no script and nothing from elsewhere."""

import html
import json
from typing import Any

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}: HTTP interface</title>
<link rel="icon" href="static/icon.svg">
<link rel="stylesheet" href="static/style.css">
</head>
<body>
<header class="top"><a href="./">{title}</a></header>
<main>
<h1>HTTP interface</h1>
<p>{description}</p>
<p>For programs: <a href="openapi.json">openapi.json</a> (OpenAPI {openapi}).</p>
{operations}
</main>
</body>
</html>
"""


def reference_page(description: dict[str, Any]) -> str:
    """Returns the page for an OpenAPI description."""
    operations = "\n".join(
        _operation(description, method, path, operation)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    )
    return _PAGE.format(
        title=html.escape(description["info"]["title"]),
        description=html.escape(description["info"].get("description", "")),
        openapi=html.escape(description["openapi"]),
        operations=operations,
    )


def _operation(description: dict[str, Any], method: str, path: str, operation: dict[str, Any]) -> str:
    parts = [
        f'<section id="{html.escape(operation["operationId"])}">',
        f"<h2><code>{method.upper()} {html.escape(path)}</code></h2>",
        f"<p>{_words(operation.get('description') or operation.get('summary', ''))}</p>",
    ]
    fields = [(field["name"], field["schema"], field) for field in operation.get("parameters", [])]
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    if body:
        schema = _resolve(description, body)
        fields += [(name, field, field) for name, field in schema.get("properties", {}).items()]
    if fields:
        rows = "".join(_field(name, schema, about) for name, schema, about in fields)
        head = "<thead><tr><th>Field</th><th>Takes</th><th>Meaning</th></tr></thead>"
        parts.append(f"<table>{head}<tbody>{rows}</tbody></table>")
    if body:
        example = _resolve(description, body).get("examples", [{}])[0]
        call = f"curl -s http://127.0.0.1:8000{path} -H 'Content-Type: application/json' \\\n"
        call += f"  -d '{json.dumps(example)}'"
        parts.append(f"<pre>{html.escape(call)}</pre>")
    parts.append("</section>")
    return "\n".join(parts)


def _field(name: str, schema: dict[str, Any], about: dict[str, Any]) -> str:
    text = about.get("description") or schema.get("description", "")
    cells = (f"<code>{html.escape(name)}</code>", html.escape(_type(schema)), _words(text))
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _words(text: str) -> str:
    """Escapes a description; what stands between backticks becomes code."""
    parts = html.escape(text).split("`")
    return "".join(f"<code>{part}</code>" if number % 2 else part for number, part in enumerate(parts))


def _type(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if "anyOf" in schema:
        return _type(schema["anyOf"][0])
    if schema.get("type") == "array":
        return f"list of {_type(schema['items'])}"
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    return str(schema.get("type", "any"))


def _resolve(description: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in schema:
        return schema
    found: dict[str, Any] = description["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    return found
