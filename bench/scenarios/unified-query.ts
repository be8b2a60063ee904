/** The unified query that the contenders also answer; the figures depend on it. */
export const UNIFIED_QUERY = `query Adres($id: ID!, $purpose: Purpose) {
  address(id: $id, purpose: $purpose) {
    street
    houseNumber
    city
    municipality { name }
    otherSide {
      img { present open phase status }
      ncg { present open phase status }
      concurrence
      group
      advice
    }
    access {
      owner
      outcome
      reason
      legalBasis
      categories
      withheld
      explanation
      decisionId
    }
    damage {
      categories
      claims {
        reference
        phase
        status
        handler { name phone }
        inspection { plannedOn heldOn }
        report { summary }
      }
    }
    strengthening {
      categories
      project {
        reference
        phase
        status
        handler { name phone }
        inspection { plannedOn heldOn }
        advice { summary }
      }
    }
  }
}`
