"""The whole application: the service and the channels around one Engine, and the server that runs them."""
