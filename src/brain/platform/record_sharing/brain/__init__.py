"""The brain side: records are kept under their consents, read for their purpose, landed in the warehouse."""
