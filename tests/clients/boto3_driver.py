"""Makes calls with boto3: a JSON object a line comes in, what boto3 made of the answer goes out as one."""

import datetime
import json
import sys

import boto3
import botocore
from botocore.config import Config
from botocore.exceptions import ClientError, ParamValidationError

CONFIG = Config(retries={"total_max_attempts": 1, "mode": "standard"})
clients = {}


def client_for(endpoint, service, credentials):
    """Making a client takes longer than a call, so that they are kept."""
    key = (endpoint, service, tuple(sorted(credentials.items())))
    if key not in clients:
        clients[key] = boto3.client(
            service,
            endpoint_url=endpoint,
            region_name="us-east-1",
            config=CONFIG,
            aws_access_key_id=credentials["accessKeyId"],
            aws_secret_access_key=credentials["secretAccessKey"],
            aws_session_token=credentials.get("sessionToken"),
        )
    return clients[key]


def modelled_error(client, code):
    """The error of the service model that has this code, if there is one."""
    for shape in client.meta.service_model.error_shapes:
        if code in (shape.name, shape.error_code):
            return shape.name
    return None


def error_of(client, thrown):
    """Whoever writes `except client.exceptions.X` has to get what is modelled as X."""
    error = thrown.response["Error"]
    status = thrown.response["ResponseMetadata"]["HTTPStatusCode"]
    name = modelled_error(client, error["Code"])
    answer = {
        "kind": "error",
        "error": name or ("untyped" if error["Code"] == str(status) else error["Code"]),
        "status": status,
        "message": error["Message"],
    }
    reason = thrown.response.get("reason", thrown.response.get("Reason"))
    if reason is not None:
        answer["reason"] = reason
    expected = getattr(client.exceptions, name) if name else ClientError
    if type(thrown) is not expected:
        answer["misclassified"] = f"it is a {type(thrown).__name__}, not a {expected.__name__}"
    return answer


def answer_to(request):
    client = client_for(request["endpoint"], request["service"], request["credentials"])
    method = getattr(client, botocore.xform_name(request["operation"]), None)
    if method is None:
        return {"kind": "lacking"}
    try:
        output = method(**request["input"])
    except ParamValidationError as thrown:
        return {"kind": "unsent", "message": str(thrown)}
    except ClientError as thrown:
        return error_of(client, thrown)
    output.pop("ResponseMetadata")
    return {"kind": "output", "output": output}


def plain(value):
    """Times as ISO 8601."""
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not expected in an answer")


def dropped_members():
    """What older models of Account Management do not have."""
    model = boto3.client("account", region_name="us-east-1").meta.service_model
    known = model.operation_model("GetContactInformation").output_shape.members
    return [name for name in ["VerificationStatus"] if name not in known]


print(json.dumps({"version": boto3.__version__, "drops": dropped_members()}), flush=True)
for line in sys.stdin:
    try:
        answer = answer_to(json.loads(line))
    except Exception as thrown:  # whatever it is, the test that asked has to hear of it
        answer = {"kind": "broken", "message": f"{type(thrown).__name__}: {thrown}"}
    print(json.dumps(answer, default=plain), flush=True)
