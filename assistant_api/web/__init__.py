"""The pages people use: Practice, Assist, Review and the API's document."""
