import pytest

from tools.demo.make import Company, make_company


@pytest.fixture(scope="session")
def company() -> Company:
    return make_company()
