// Brings the cited words into view.
document.getElementById("mark")?.scrollIntoView({ block: "center" });
