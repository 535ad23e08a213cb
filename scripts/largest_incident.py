"""Print the id of the incident that most claims tell of."""

import sys

from tawatur import open_case

with open_case(sys.argv[1]) as case:
    largest = max(
        case.store.incidents(), key=lambda incident: (len(incident.claims), incident.id), default=None
    )
    print(largest.id if largest else "")
