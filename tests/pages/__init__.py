"""Pages run by Streamlit's AppTest: each in its states."""
