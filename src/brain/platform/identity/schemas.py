"""JSON shapes of identity."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from brain.kit.schemas import Schema

Username = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=2, max_length=64, pattern=r"^[A-Za-z0-9._-]+$")
]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)]


class SignIn(Schema):
    username: str = Field(min_length=1, max_length=64)
    password: str = Field(min_length=1, max_length=1024)


class PasswordChange(Schema):
    old_password: str = Field(min_length=1, max_length=1024)
    new_password: str = Field(min_length=1, max_length=1024)


class AccountBrief(Schema):
    id: int
    username: str
    name: str


class OrganisationView(Schema):
    id: int
    name: str
    credit_code: str | None
    disabled_at: datetime | None = None


class SessionView(Schema):
    account: AccountBrief
    organisation: OrganisationView | None
    roles: list[str]
    scopes: list[str]
    must_change_password: bool
    idle_minutes: int


class NewAccount(Schema):
    username: Username
    name: Name
    organisation_id: int | None = None


class FirstPasswordView(Schema):
    account_id: int
    username: str
    name: str
    password: str = Field(description="一次性密码，只显示这一次")


class AccountView(Schema):
    id: int
    username: str
    name: str
    organisation_id: int | None
    organisation_name: str | None
    roles: list[str]
    must_change_password: bool
    locked_until: datetime | None
    disabled_at: datetime | None
    last_login_at: datetime | None
    created_at: datetime


class RoleView(Schema):
    name: str
    title: str
    title_en: str
    administrator: bool
    scopes: list[str]


class Roles(Schema):
    roles: list[str] = Field(max_length=20)


class Enabled(Schema):
    enabled: bool


class NewOrganisation(Schema):
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]
    credit_code: str | None = Field(default=None, max_length=18)
